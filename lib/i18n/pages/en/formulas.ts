/** How each figure is computed, in words, for the project page. Those on code are the rules' own formulas (tests/components). */
export const formulas = {
  'formula.active-developers':
    'authors with at least one counted commit in the 28 days before T, once over all repositories read',
  'formula.peak-developers': 'P = the most active developers at T − 7k days, k = 0..52',
  'formula.drawdown': 'D = 1 − active developers ÷ P',
  'formula.regulars': 'of the active developers, those with ≥ 10 distinct days in 28 days',
  'formula.one-day': 'of the active developers, those with exactly 1 day in 84 days',
  'formula.established-share': 'share of the active developers whose first commit here lies before T − 730 days',
  'formula.newcomer-share': 'share of the active developers whose first commit here lies at or after T − 365 days',
  'formula.developers-joined':
    'authors with their first commit in the last 91 days and ≥ 2 active days in all (weeks, from statistics)',
  'formula.developers-left':
    'authors active in [T − 182, T − 91) and not since, with ≥ 2 active days in all (weeks, from statistics)',
  'formula.absence-factor': 'fewest authors who make ≥ 50% of the last 365 days’ commits',
  'formula.top-author-share': 'commits of the most active author ÷ all counted commits in 365 days',
  'formula.commit-trend': 'commits of the last 91 days ÷ mean of the 3 quarters before; falling < 0.7, rising > 1.5',
  'formula.days-since-release':
    'days since the last stable release; releases of one day count once; without releases, semantic version tags',
  'formula.release-gap':
    'median gap of the last ≤ 10 gaps in 730 days; late if the last is older than 3 gaps and 90 days',
  'formula.days-since-commit':
    'days from the last counted commit before T to now; from statistics, from the end of its week',
  'formula.maintained': '0 if archived or younger than 90 days, else min(10, ⌊10 · commits in 90 days ÷ 12⌋)',
  'formula.original-share':
    'fork: counted commits of 365 days that its parent does not have ÷ all; other: 1 − share of commits older than the repository by > 30 days',
  'formula.response-share':
    'of issues and pull requests that outsiders opened in [T − 120, T − 30): share answered by a member within 14 days, bots left out',
  'formula.first-response-days': 'median days from question to first answer, of those that were answered',
  'formula.state':
    'gone, disabled, archived, mirror, empty; else dormant (> 365 days without commit and release), quiet (> 180 days without commit), active',
  'formula.integrity':
    'last 91 days: empty > 10%, bot > 60%, same message > 30%, one day > 40%, backdated by > 90 days > 20%, single-commit authors > 60%; shown when ≥ 2 hold',
  'formula.coverage':
    'repositories read ÷ listed; share of commits whose author has no account; age of the newest data',
  'formula.published':
    '1: ≥ 3 structured items, or ≥ 3 milestones in 12 months; 0.5: fewer, a stub or headings only; 0: none at the places looked at',
  'formula.dated-share': 'items with a date ÷ items that are not dropped',
  'formula.specificity': 'mean over dated items: day, month, quarter 1; half, season, third, range 0.75; year 0.5',
  'formula.stage-coverage':
    'of funding, development, test + audit (one of the two: half), mainnet, after ÷ 5; with mainnet live: development, test + audit, after ÷ 3',
  'formula.freshness': 'last edit that changes an item: ≤ 90 days 1, ≤ 180 0.5, ≤ 365 0.25, else 0',
  'formula.horizon': '1 if an open item ends within the next 18 months, else 0',
  'formula.delivered-share': 'done among due ÷ due; due: not dropped and its date has passed',
  'formula.overdue-depth': '1 − min(1, median days overdue ÷ 365); 1 if nothing is overdue',
  'formula.dates-kept':
    'against the version nearest 365 days back: 1 − mean of min(1, days moved later ÷ 180); dropped without a word counts 1',
  'formula.milestones-on-time': 'closed within 7 days of the due date ÷ all due in 24 months',
  'formula.code-evidence':
    'done items that link an issue, pull request, release or contract, or match a release (similarity ≥ 0.6, ± 60 days) ÷ done items',
  'formula.traceable': '1: in git with ≥ 3 versions; 0.5: a date that it states itself; else 0',
  'formula.roadmap-score': 'mean of the criteria that are known, at least 6 of them',
  'formula.overdue-items': 'items whose date has passed and that are not done',
  'formula.median-days-overdue': 'median of the days since the dates of overdue items',
  'formula.moved-items':
    'items that were open and dated in the version nearest 365 days back and whose date is later now',
  'formula.median-days-moved': 'median of the days by which those items moved',
  'formula.removed-items': 'items that were open and dated there and are gone now without a word',
  'formula.code-verdict':
    'first that holds: not checked → gone → archived → kept elsewhere → dormant → quiet → too young → too few → withheld → falling sharply → falling → rising → steady',
  'formula.roadmap-verdict':
    'first that holds: not checked → unreadable → removed → none found → completed → stale → slipping → vague → nothing due yet → on schedule → mixed',
} as const;
