-- Weekly figures from GH Archive (hourly files of GitHub's public events, JSON lines, gzipped), by DuckDB on one machine.
-- The same text runs on ClickHouse or BigQuery with their own functions for JSON and dates; the shape of the query stays.
-- Variables: `files` (glob of archive files), `repos` (CSV: project_id, repo, ref = "refs/heads/<default branch>").
--
-- What it can't know, so that nobody compares it with figures from git without a second look:
--   the date is that of the push, not of the commit; merges are known by their headline alone; empty commits can't be seen;
--   since 2025-10-07 pushes carry no commits: such a push counts as work of its actor, its number of commits is unknown (null);
--   most events of 9–14 October 2025 are missing: the guard for source gaps must be applied to what comes out.
WITH wanted AS (
  SELECT project_id, lower(repo) AS repo, ref
  FROM read_csv(getvariable('repos'), header = true, all_varchar = true)
),
pushes AS (
  SELECT wanted.project_id, event.actor.id AS actor, event.created_at AS pushed_at,
         (event.payload -> '$.commits') AS commits
  FROM read_json(getvariable('files'), format = 'newline_delimited', ignore_errors = true, columns = {
         type: 'VARCHAR', actor: 'STRUCT(id BIGINT)', repo: 'STRUCT(name VARCHAR)', payload: 'JSON', created_at: 'TIMESTAMP'
       }) AS event
  JOIN wanted ON wanted.repo = lower(event.repo.name) AND wanted.ref = (event.payload ->> '$.ref')
  WHERE event.type = 'PushEvent'
),
listed AS (
  SELECT project_id, pushed_at, unnest(CAST(commits AS JSON[])) AS item FROM pushes WHERE json_array_length(commits) > 0
),
-- One row per commit: the first push that brought it. Author key: e-mail in lower case without its +tag; no-reply addresses → login.
commits AS (
  SELECT project_id, (item ->> '$.sha') AS sha, min(pushed_at) AS pushed_at,
         any_value(regexp_replace(regexp_replace(lower(item ->> '$.author.email'),
           '^(\d+\+)?([^@]+)@users\.noreply\.github\.com$', '\2'), '\+[^@]*@', '@')) AS author,
         any_value(item ->> '$.author.name') AS name,
         any_value(item ->> '$.message') AS message
  FROM listed GROUP BY ALL
),
counted AS (
  SELECT project_id, pushed_at, author FROM commits
  WHERE NOT regexp_matches(name || ' ' || split_part(author, '@', 1), getvariable('bots'), 'i')
    AND NOT regexp_matches(message, '^Merge (pull request|branch|remote-tracking|tag) ')
),
-- Work with its author; pushes without a commit list stand for their actor.
work AS (
  SELECT project_id, pushed_at, author, 1 AS n FROM counted
  UNION ALL
  SELECT project_id, pushed_at, 'id:' || actor, NULL FROM pushes WHERE commits IS NULL
),
-- Weeks start on Sunday 00:00 UTC, as everywhere here.
weeks AS (
  SELECT DISTINCT date_trunc('week', pushed_at + INTERVAL 1 DAY) - INTERVAL 1 DAY AS week FROM work
)
SELECT project_id, strftime(week, '%Y-%m-%d') AS week,
       count(DISTINCT author)::INTEGER AS developers,
       CASE WHEN bool_or(n IS NULL AND pushed_at >= week) THEN NULL
            ELSE count(*) FILTER (WHERE pushed_at >= week)::INTEGER END AS commits
FROM weeks JOIN work ON work.pushed_at >= week + INTERVAL 7 DAY - INTERVAL 28 DAY AND work.pushed_at < week + INTERVAL 7 DAY
GROUP BY project_id, week
ORDER BY project_id, week;
