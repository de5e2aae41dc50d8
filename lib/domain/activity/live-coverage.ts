/** Compute, from collected facts: how much of the project was read. */
import { DAY_MS, DAY_S } from '../time.ts';
import { collect, type RepoView } from './collect.ts';
import { type Draft, unknown } from './draft.ts';
import { commitsIn, commitsOf } from './ledger.ts';
import { ACTIVE_DAYS, YEAR_DAYS } from './limits.ts';
import type { LiveContext } from './live-context.ts';
import { spanDays } from './weeks.ts';

/** Repositories read ÷ listed, the share of unlinked commits, the age of the newest data. */
export function coverage(context: LiveContext, listed: number | null): Draft[] {
  const { views, t, now } = context;
  const read = views.filter(
    (view) => !view.gone && (view.empty || view.stats || view.window || view.facts.contributors),
  );
  if (read.length === 0)
    return [unknown('coverage', views.find((view) => view.reason !== 'not-read')?.reason ?? 'not-read')];
  const asOf = read
    .flatMap((view) => [view.facts.meta, view.facts.contributors, view.window])
    .reduce<number | null>((at, r) => (r ? Math.max(at ?? 0, r.readAt) : at), null);
  const total = Math.max(listed ?? views.length, views.length);
  const inputs = {
    read: read.length,
    listed: total,
    unlinkedShare: unlinkedShare(views, t),
    newestDataDays: asOf === null ? null : Math.max(0, (now - asOf) / DAY_MS),
  };
  return [{ id: 'coverage', value: read.length / total, source: 'github', asOf, evidence: [], inputs }];
}

/** Share of the last year's commits whose author GitHub links to no account; null where that is not known or there are none. */
export function unlinkedShare(views: readonly RepoView[], t: number): number | null {
  const year = collect(views, t, { since: t - YEAR_DAYS * DAY_S });
  const got = typeof year === 'string' ? collect(views, t, { since: t - ACTIVE_DAYS * DAY_S }) : year;
  if (typeof got === 'string') return null;
  const from = Math.max(t - spanDays(YEAR_DAYS, got.ledger.unit) * DAY_S, got.ledger.since);
  const all = commitsIn(got.ledger, from, t);
  const unlinked = got.ledger.authors.filter((a) => !a.linked).reduce((sum, a) => sum + commitsOf(a, from, t), 0);
  return all > 0 ? unlinked / all : null;
}
