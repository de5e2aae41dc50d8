/** One repository by the cheapest plan: each part that is stale, one request, stored at once. Nothing is kept in between. */
import { isUnchanged } from '../domain/activity/graphql-sweep.ts';
import { PEAK_DAYS } from '../domain/activity/limits.ts';
import { parseRepo } from '../domain/activity/parse-rest.ts';
import type { CommitWindow, ContributorStats, Read, RepoMeta } from '../domain/activity/repo-facts.ts';
import { lastSunday } from '../domain/activity/weeks.ts';
import { isStale } from '../domain/freshness.ts';
import { DAY_MS, DAY_S } from '../domain/time.ts';
import type { Result } from '../result.ts';
import { loadPart, savePart } from './facts.ts';
import { later, type PartEnd, type PartPlan, type RepoRun, type RunEnd, readPart, STOP } from './read-part.ts';
import { commitsPlan, encodeRepo, forkPlan, rootPlan, simplePlans } from './repo-plans.ts';
import { PUSHED_PARTS, touch } from './touch.ts';

/** Statistics that end at 100 authors do so for good: they are asked for again only this often, in days. */
const CUT_OFF_DAYS = 90;

/** Meta data; where the name answers 404 or another repository took it, the numeric id that was pinned is asked. */
async function readMeta(run: RepoRun, repo: string): Promise<PartEnd<RepoMeta>> {
  const known = (await loadPart(run.cache, repo, 'meta')).read as Read<RepoMeta> | null;
  const pinned = known?.value.id;
  return readPart<RepoMeta>(run, repo, {
    part: 'meta',
    path: `/repos/${encodeRepo(repo)}`,
    purpose: 'repository',
    async parse(answer, origin) {
      const parsed = parseRepo(answer.json, origin);
      if (!parsed.ok || pinned === undefined || parsed.value.value.id === pinned) return parsed;
      const moved = await byId(run, pinned);
      return moved ?? parsed;
    },
  }).then(async (end) => {
    const cameNew = end.failure?.kind === 'not-found' && end.failure.at >= (known?.readAt ?? 0) && pinned !== undefined;
    if (!cameNew || end.failure?.subject === undefined) return end;
    const moved = await byId(run, pinned);
    if (!moved?.ok) return end;
    const { readAt, api } = moved.value;
    const request = `GET ${api} ${await run.github.identity()}`;
    await savePart(
      run.cache,
      { repo, part: 'meta', request, etag: null, readAt },
      { read: moved.value, failure: null, tries: 0 },
    );
    await run.onStep();
    return { read: moved.value, failure: null, goOnAt: null };
  });
}

async function byId(run: RepoRun, id: number): Promise<Result<Read<RepoMeta>> | null> {
  const api = `/repositories/${id}`;
  const answer = await run.github.get(api, { projectId: run.projectId, purpose: 'renamed repository' });
  return answer.ok ? parseRepo(answer.value.json, { readAt: answer.value.readAt, api }) : null;
}

/** Whether commits that were read by GraphQL already tell the year: then statistics add only who was there before. */
async function yearIsRead(run: RepoRun, repo: string): Promise<boolean> {
  const read = (await loadPart(run.cache, repo, 'commits')).read as Read<CommitWindow> | null;
  if (!read || isStale('commits', read.readAt, run.env.now())) return false;
  return read.value.since <= lastSunday(read.readAt) - PEAK_DAYS * DAY_S;
}

/** The statistics, unless they are known to end at 100 authors: then nothing in them is used. */
async function readStatistics(run: RepoRun, repo: string, plan: PartPlan<ContributorStats>) {
  const { read } = await loadPart(run.cache, repo, 'contributors');
  const known = read as Read<ContributorStats> | null;
  const again = (known?.readAt ?? 0) + CUT_OFF_DAYS * DAY_MS;
  if (known?.value.cutOff && again > run.env.now()) return { read: known, failure: null, goOnAt: null };
  return readPart<ContributorStats>(run, repo, plan);
}

/**
 * Reads what is stale of one repository. Without a token: meta data, contributor statistics, releases; participation and
 * commits only where the statistics are cut off at 100 authors or never come; of a fork the work ahead of its parent, for
 * its statistics are its parent's. With a token most of it is there already (read-graphql.ts), and what is not is asked here.
 */
export async function readRepo(run: RepoRun, repo: string): Promise<RunEnd> {
  const end: RunEnd = { failures: [], goOnAt: null };
  /** Returns false where nothing more should be asked. */
  const take = (part: PartEnd<unknown>) => {
    if (part.failure) end.failures.push({ subject: repo, ...part.failure });
    end.goOnAt = later(end.goOnAt, part.goOnAt);
    return !(part.failure && STOP.has(part.failure.kind));
  };
  const before = (await loadPart(run.cache, repo, 'meta')).read as Read<RepoMeta> | null;
  const meta = await readMeta(run, repo);
  if (!take(meta) || !meta.read || meta.failure) return end;
  const { value, readAt } = meta.read;
  end.quiet = before !== null && isUnchanged(before.value, value);
  if (end.quiet && readAt !== before?.readAt) {
    const parts = run.watch ? [...PUSHED_PARTS, 'releases' as const] : PUSHED_PARTS;
    await touch(run.cache, repo, { parts, pushedAt: value.pushedAt, at: readAt });
  }
  const name = encodeRepo(value.fullName);
  const { releases, participation, contributors } = simplePlans(name);
  const plans: PartPlan<unknown>[] = [releases];
  if (value.fork) {
    if (value.parent) plans.push(forkPlan(run, name, value));
  } else {
    const year = await yearIsRead(run, repo);
    let [lacking, empty] = [false, value.empty];
    if (run.statistics === 'all' || !year) {
      const statistics = await readStatistics(run, repo, contributors);
      if (!take(statistics)) return end;
      const waiting = statistics.failure?.kind === 'pending' && statistics.goOnAt !== null;
      lacking = statistics.read ? statistics.read.value.cutOff : !waiting;
      empty ||= statistics.failure?.kind === 'empty';
    }
    if ((lacking || run.hasToken) && !empty) plans.push(commitsPlan(run, name));
    if (lacking && !year && !empty) plans.push(participation);
    if (run.deep && !empty) plans.push(rootPlan(run, name));
  }
  for (const plan of plans) if (!take(await readPart(run, repo, plan))) return end;
  return end;
}
