/** Compute, from collected facts: whether outsiders get an answer. */
import type { CodeSignalId, UnknownReason } from '../signal.ts';
import { DAY_MS, DAY_S } from '../time.ts';
import { evidenceOf } from './collect.ts';
import { atLeast, type Draft, unknown } from './draft.ts';
import { ANSWER_DAYS, ASKED_FROM_DAYS, ASKED_TO_DAYS, MIN_THREADS } from './limits.ts';
import type { LiveContext } from './live-context.ts';
import { median } from './releases.ts';

const IDS: CodeSignalId[] = ['response-share', 'first-response-days'];

/** Share of outsiders' issues and pull requests that a member answers within 14 days, and the median days to the first answer. */
export function responses(context: LiveContext): Draft[] {
  const { t } = context;
  const present = context.views.filter((view) => !view.gone && !view.empty);
  const reads = present.flatMap((view) => view.facts.threads ?? []);
  if (reads.length === 0) return IDS.map((id) => unknown(id, reasonOf(context), { to: t }));
  const from = t - ASKED_FROM_DAYS * DAY_S;
  const to = t - ASKED_TO_DAYS * DAY_S;
  const asked = reads
    .flatMap((read) => read.value)
    .filter((x) => x.outsider && x.openedAt >= from * 1000 && x.openedAt < to * 1000);
  const waits = asked.flatMap((x) => (x.answeredAt === null ? [] : [(x.answeredAt - x.openedAt) / DAY_MS]));
  const inTime = waits.filter((days) => days <= ANSWER_DAYS).length;
  const base = {
    from,
    to,
    source: 'github' as const,
    asOf: Math.max(...reads.map((r) => r.readAt)),
    evidence: reads.map((r) => evidenceOf(r, 'issues and pull requests')),
    inputs: { asked: asked.length, answered: waits.length, inTime },
    partial: reads.length < present.length,
  };
  const enough = asked.length >= MIN_THREADS;
  const days: Draft = { ...base, id: 'first-response-days', value: median(waits) };
  return [
    atLeast(enough, 'too-few', { ...base, id: 'response-share', value: inTime / Math.max(1, asked.length) }),
    // Nobody was answered: that is a share of 0, but no number of days.
    atLeast(enough, enough ? 'not-applicable' : 'too-few', days),
  ];
}

function reasonOf({ hasToken, views }: LiveContext): UnknownReason {
  if (!hasToken) return 'needs-token';
  return views.some((view) => view.facts.failures.threads) ? 'failed' : 'not-read';
}
