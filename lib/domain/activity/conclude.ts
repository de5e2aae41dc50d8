/** Judge: from the chosen figures to confidence and verdict. */
import type { CodeSignalId, CodeVerdict, Confidence } from '../signal.ts';
import { DAY_MS } from '../time.ts';
import type { CodeReportInput } from './code-report-input.ts';
import type { Draft } from './draft.ts';
import { snapshotAgeWeeks } from './from-snapshot.ts';
import { type ConfidenceLoss, confidenceLosses, judgeCode } from './judge.ts';
import type { LiveContext } from './live-context.ts';

export type Drafts = ReadonlyMap<CodeSignalId, Draft>;

/** A number among a draft's value or inputs; null where it is unknown. */
function num(drafts: Drafts, id: CodeSignalId, name?: string): number | null {
  const draft = drafts.get(id);
  const value = name ? draft?.inputs?.[name] : draft?.value;
  return typeof value === 'number' ? value : null;
}

function incompleteness(context: LiveContext): { missing: boolean; cutOff: boolean } {
  const there = context.views.filter((view) => !view.gone);
  return {
    missing: there.some((view) => !view.empty && !view.stats && !view.window && !view.cutOff),
    cutOff: context.views.some((view) => view.cutOff || view.gone || view.window?.value.complete === false),
  };
}

/** Whether the figures that the verdict rests on come from the snapshot alone. */
function fromSnapshot(drafts: Drafts): boolean {
  return drafts.get('active-developers')?.source === 'snapshot';
}

function ageWeeks(context: LiveContext, drafts: Drafts): number | null {
  return fromSnapshot(drafts) && context.snapshot ? snapshotAgeWeeks(context.snapshot) : context.ageWeeks;
}

/** What costs confidence, from the figures as they were chosen. */
export function lossesOf(input: CodeReportInput, context: LiveContext, drafts: Drafts): ConfidenceLoss[] {
  const { missing, cutOff } = incompleteness(context);
  const snapshotOnly = fromSnapshot(drafts);
  const asOf = drafts.get('active-developers')?.asOf ?? null;
  return confidenceLosses({
    peak: num(drafts, 'peak-developers', 'peak'),
    commits365: num(drafts, 'absence-factor', 'commits'),
    incomplete: snapshotOnly
      ? input.failures.length > 0 || context.views.some((v) => Object.keys(v.facts.failures).length > 0)
      : missing || cutOff,
    unlinkedShare: snapshotOnly ? null : num(drafts, 'coverage', 'unlinkedShare'),
    ageWeeks: ageWeeks(context, drafts),
    dataAgeDays: asOf === null ? null : (input.now - asOf) / DAY_MS,
  });
}

/** The verdict on code, from the figures as they were chosen. */
export function verdictOf(
  input: CodeReportInput,
  context: LiveContext,
  drafts: Drafts,
  confidence: Confidence,
): CodeVerdict {
  const state = drafts.get('state')?.value;
  // Something was asked for as soon as it failed: then it is no longer "not checked".
  const known =
    input.failures.length > 0 ||
    [...drafts.values()].some((draft) => draft.value !== null) ||
    context.views.some((view) => view.reason !== 'not-read' || view.facts.meta);
  const trend = drafts.get('commit-trend');
  const peak = drafts.get('drawdown');
  // Snapshot and live figures of different weeks are shown side by side, but no word is built from both.
  const mixed =
    (trend?.source === 'snapshot') !== fromSnapshot(drafts) || (peak?.source === 'snapshot') !== fromSnapshot(drafts);
  return judgeCode({
    known,
    gone: state === 'gone' || state === 'disabled',
    archived: state === 'archived',
    mirror: state === 'mirror' || (input.registryMirror && known),
    empty: state === 'empty',
    daysSinceCommit: num(drafts, 'days-since-commit'),
    daysSinceRelease: num(drafts, 'days-since-release'),
    releasesKnown: drafts.get('days-since-release')?.unknown === 'not-applicable',
    ageWeeks: ageWeeks(context, drafts),
    active: num(drafts, 'active-developers'),
    peak: mixed && peak?.source === 'snapshot' ? null : num(drafts, 'peak-developers', 'peak'),
    drawdown: mixed && peak?.source === 'snapshot' ? null : num(drafts, 'drawdown'),
    trend: mixed && trend?.source === 'snapshot' ? null : num(drafts, 'commit-trend'),
    confidence,
    incomplete: !fromSnapshot(drafts) && incompleteness(context).missing,
    cutOff: context.views.some((view) => view.cutOff) && trend?.inputs?.basis === 'stats/participation',
  });
}
