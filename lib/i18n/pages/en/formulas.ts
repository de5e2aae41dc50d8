/** How each figure is computed, in words, for the project page. They are the rules' own formulas (tests/components). */
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
    '1: ≥ 3 structured items, or ≥ 3 milestones in 12 months; 0.5: fewer, a stub, or headings only; 0: none at the places that were looked at, or removed',
  'formula.dated-share': 'items with an end of their date ÷ items that are not dropped',
  'formula.specificity': 'Σ weights ÷ dated items; day, month, quarter: 1; half, season, third, range: 0.75; year: 0.5',
  'formula.stage-coverage':
    'of funding, development, test + audit (one of the two counts half), launch, after: named ÷ 5; with the network live: development, test + audit, after ÷ 3',
  'formula.freshness':
    'days since the last edit that changes an item; ≤ 90 days: 1; ≤ 180 days: 0.5; ≤ 365 days: 0.25; older: 0',
  'formula.horizon': '1 where an open item ends within the next 18 months, else 0',
  'formula.delivered-share':
    'items done ÷ items due; due: not dropped, and the end of the date has passed; done: as the text says',
  'formula.overdue-depth': '1 − min(1, median days overdue ÷ 365); 1 where nothing is',
  'formula.dates-kept':
    'over items that were open and dated in the version nearest 365 days back: 1 − mean(min(1, max(0, days moved later) ÷ 180)); undated or taken out without a word: 1',
  'formula.milestones-on-time': 'closed ≤ due + 7 days ÷ all due in 24 months',
  'formula.code-evidence':
    'done items that link to an issue, pull request, release or contract, or match a release (overlap ≥ 0.6, ± 60 days) ÷ done items',
  'formula.traceable': '1: in git with ≥ 3 versions; 0.5: it states its own date; else 0',
  'formula.roadmap-score': 'mean of the known criteria, of 12',
  'formula.overdue-items': 'items due that are not done',
  'formula.median-days-overdue': 'median of the days since each overdue item’s end',
  'formula.moved-items': 'open and dated items of the version nearest 365 days back whose date is later now',
  'formula.median-days-moved': 'median of the days that the moved dates moved later',
  'formula.removed-items': 'items of the older version, not done there, that no item of today matches',
  'formula.code-verdict':
    'not checked → gone → archived → elsewhere (a mirror) → dormant → quiet → too young (< 56 weeks) → too few (P < 5) → withheld (confidence 0, cut-off or incomplete data) → falling sharply (D ≥ 50% and trend < 0.7) → falling (D ≥ 30%, ≥ 3 people fewer, trend < 0.7) → rising (trend > 1.5 and D < 30%) → steady',
  'formula.roadmap-verdict':
    'the first that holds: not checked → unreadable → removed → none found → completed (all done) → stale (kept up 0, open items) → slipping (overdue ≥ max(2, 20% of due), or dates kept < 0.5) → vague (dated < 0.3) → nothing due yet → on schedule (≥ 3 due, ≥ 70% of them done) → mixed',
} as const;
