/** Collect → compute → judge: from stored facts and the bundled snapshot to the report on a project's code. Pure; `now` is an input. */
import { CODE_SIGNAL_IDS, type CodeReport, type CodeSignalId, type Signal } from '../signal.ts';
import { DAY_S, WEEK_S } from '../time.ts';
import type { CodeReportInput } from './code-report-input.ts';
import { collect, commonSunday, type RepoView, repoRead, viewOf } from './collect.ts';
import { lossesOf, verdictOf } from './conclude.ts';
import { type Draft, unknown } from './draft.ts';
import { snapshotDrafts } from './from-snapshot.ts';
import { type ConfidenceLoss, confidenceOf } from './judge.ts';
import { firstBucket } from './ledger.ts';
import { PEAK_DAYS } from './limits.ts';
import type { LiveContext } from './live-context.ts';
import { coverage } from './live-coverage.ts';
import * as people from './live-developers.ts';
import { originalShare } from './live-original.ts';
import { releases } from './live-releases.ts';
import { daysSinceCommit, state } from './live-state.ts';
import { responses } from './live-threads.ts';
import { commitTrend, maintained } from './live-trend.ts';
import { continuedSeries, seriesOf } from './series.ts';

export type { CodeReportInput } from './code-report-input.ts';

/** Signals that a history under MIN_WEEKS makes doubtful. */
const AGE_BOUND = new Set<CodeSignalId>(['peak-developers', 'drawdown', 'commit-trend']);
/** Unknown for these reasons is an answer about the project; the snapshot must not paper over it. */
const FINAL = new Set(['too-young', 'too-few', 'not-applicable']);

/**
 * The report on code. Signals come in the order of CODE_SIGNAL_IDS, one each; a value is null exactly where `unknown` says
 * why. Live facts win; where they can't tell, or cover only part of the repositories, the snapshot's figure stands with
 * its own date and source.
 */
export function codeReport(input: CodeReportInput): CodeReport {
  const views = input.repos.map(viewOf);
  const context = contextOf(input, views);
  const live = new Map(liveDrafts(context, input).map((draft) => [draft.id, draft]));
  const old = new Map(
    (input.snapshot ? snapshotDrafts(input.snapshot, input.registryMirror) : []).map((draft) => [draft.id, draft]),
  );
  const drafts = CODE_SIGNAL_IDS.map((id) => choose(id, live.get(id), old.get(id)));
  const by = new Map(drafts.map((draft) => [draft.id, draft]));
  const losses = lossesOf(input, context, by);
  const signals = drafts.map((draft) => signalOf(draft, losses));
  const inSnapshot = new Set((input.snapshot?.heads ?? []).map((head) => head.repo.toLowerCase()));
  const active = by.get('active-developers');
  const series = seriesFor(context, active);
  const confidence = confidenceOf(losses);
  return {
    verdict: verdictOf(input, context, by, confidence),
    confidence,
    signals,
    ...(series ? { series } : {}),
    repos: views.map((view) => repoRead(view, inSnapshot)),
    listed: input.listed,
    source: active?.source ?? 'none',
    asOf: active?.value == null ? newest(drafts) : active.asOf,
  };
}

/** The age of a report is its first figure's: that a repository is gone was heard just now, its figures were not. Else the newest figure's. */
function newest(drafts: readonly Draft[]): number | null {
  return drafts.reduce<number | null>((at, draft) => (draft.asOf === null ? at : Math.max(at ?? 0, draft.asOf)), null);
}

function contextOf(input: CodeReportInput, views: RepoView[]): LiveContext {
  const t = commonSunday(views, input.now);
  const created = views.flatMap((view) => (view.facts.meta ? [view.facts.meta.value.createdAt / 1000] : []));
  const history = collect(views, t, { since: 0 });
  const first = typeof history === 'string' ? null : firstBucket(history.ledger);
  const starts = [...created, ...(first === null ? [] : [first])];
  if (input.snapshot?.firstCommitAt != null) starts.push(input.snapshot.firstCommitAt);
  const ageWeeks = starts.length > 0 ? (t - Math.min(...starts)) / WEEK_S : null;
  const { snapshot, hasToken, knownRoots, now } = input;
  return { views, snapshot, hasToken, knownRoots, now, t, ageWeeks };
}

function liveDrafts(context: LiveContext, input: CodeReportInput): Draft[] {
  const commit = daysSinceCommit(context);
  const released = releases(context);
  const numberOf = (draft: Draft | undefined) => (typeof draft?.value === 'number' ? draft.value : null);
  const days = {
    commit: numberOf(commit[0]),
    release: numberOf(released[0]),
    releasesKnown: released[0]?.value != null || released[0]?.unknown === 'not-applicable',
  };
  return [
    ...people.activeDevelopers(context),
    ...people.peakAndDrawdown(context),
    ...people.regularsAndOneDay(context),
    ...people.tenureShares(context),
    ...people.joinedAndLeft(context),
    ...people.absence(context),
    ...commitTrend(context),
    ...released,
    ...commit,
    ...maintained(context),
    ...originalShare(context),
    ...responses(context),
    ...state(context, days, input.registryMirror),
    ...people.integrity(context),
    ...coverage(context, input.listed),
  ];
}

/** Live, unless it is unknown or partial and the snapshot can tell, be it why there is no figure. */
function choose(id: CodeSignalId, live: Draft | undefined, old: Draft | undefined): Draft {
  if (!live) return old ?? unknown(id, 'not-read');
  const isFinal = (draft: Draft) => FINAL.has(draft.unknown ?? '');
  const lacking = live.value === null ? !isFinal(live) : live.partial === true;
  if (!lacking || !old) return live;
  return old.value !== null || (live.value === null && isFinal(old)) ? old : live;
}

function signalOf(draft: Draft, losses: readonly ConfidenceLoss[]): Signal {
  const own = AGE_BOUND.has(draft.id) ? losses : losses.filter((loss) => loss !== 'young');
  return {
    id: draft.id,
    value: draft.value,
    ...(draft.value === null ? { unknown: draft.unknown ?? 'not-read' } : {}),
    ...(draft.from === undefined ? {} : { from: draft.from * 1000 }),
    ...(draft.to === undefined ? {} : { to: draft.to * 1000 }),
    source: draft.value === null ? 'none' : draft.source,
    asOf: draft.asOf,
    confidence: draft.value === null ? 0 : confidenceOf(own),
    evidence: draft.evidence,
    ...(draft.inputs ? { inputs: draft.inputs } : {}),
  };
}

function seriesFor(context: LiveContext, active: Draft | undefined) {
  if (active?.source === 'snapshot') return context.snapshot?.series;
  const got = collect(context.views, context.t, { since: 0 });
  const year =
    typeof got === 'string' ? collect(context.views, context.t, { since: context.t - PEAK_DAYS * DAY_S }) : got;
  if (typeof year !== 'string') return seriesOf(year.ledger, context.t);
  const series = continuedSeries(context.snapshot, context.views, context.t);
  if (series) return { firstWeek: series.firstWeek, developers: series.developers, commits: series.commits };
  return context.snapshot?.series;
}
