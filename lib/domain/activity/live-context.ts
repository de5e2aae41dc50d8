/** What every live computation is given, and the frame that its drafts share. */
import type { CodeSignalId, UnknownReason } from '../signal.ts';
import type { SnapshotCode } from '../snapshot/format.ts';
import { DAY_S } from '../time.ts';
import { type Collected, collect, type Need, type RepoView } from './collect.ts';
import { type Draft, unknown } from './draft.ts';
import type { KnownRoots } from './known-roots.ts';
import { spanDays } from './weeks.ts';

export interface LiveContext {
  views: readonly RepoView[];
  snapshot: SnapshotCode | null;
  hasToken: boolean;
  knownRoots: KnownRoots;
  /** Unix ms. */
  now: number;
  /** T, Unix s. */
  t: number;
  /** Weeks from the first commit or the creation to T; null where neither is known. */
  ageWeeks: number | null;
}

/** Shared fields of drafts over [t − days, t). */
export function frame(context: LiveContext, got: Collected, days: number): Omit<Draft, 'id' | 'value'> {
  const { t } = context;
  const span = spanDays(days, got.ledger.unit);
  return {
    from: t - span * DAY_S,
    to: t,
    source: 'github',
    asOf: got.asOf,
    evidence: got.evidence,
    partial: got.partial,
  };
}

/** Collects, or gives the same unknown for each of the ids. A token would help wherever only commits are missing. */
export function withLedger(
  context: LiveContext,
  need: Need,
  ids: readonly CodeSignalId[],
  compute: (got: Collected) => Draft[],
): Draft[] {
  const got = collect(context.views, context.t, need);
  if (typeof got !== 'string') return compute(got);
  const reason: UnknownReason = got === 'needs-commits' && !context.hasToken ? 'needs-token' : got;
  return ids.map((id) => unknown(id, reason, { to: context.t }));
}
