/** Age, source and confidence of what is shown, and what a read still may cost. */
import type { BudgetNote, Confidence, FigureSource } from '../lib/domain/signal.ts';
import { useWords } from './words.ts';

interface Props {
  asOf: number | null;
  source: FigureSource;
  /** What it is about, where another line stands beside it; else empty. */
  of?: string;
  confidence?: Confidence;
  reading?: boolean;
  budget?: BudgetNote | null;
}

export function Freshness({ asOf, source, of = '', confidence, reading, budget }: Props) {
  const { i18n, now } = useWords();
  const age = asOf === null ? i18n.t('fresh.unknown') : i18n.ago(asOf, now);
  const parts = [
    i18n.t(of ? 'fresh.of' : 'fresh.as-of', { of, age }),
    i18n.maybe(`source.${source}`),
    // Where nothing was read there is nothing to be sure of.
    asOf !== null && i18n.maybe(`confidence.${confidence}`),
  ];
  return (
    <p class="rm-fresh">
      <span title={asOf === null ? undefined : i18n.date(asOf)}>{parts.filter(Boolean).join(' · ')}</span>
      <span role="status">{reading && i18n.t('fresh.reading')}</span>
      {budget && <Budget budget={budget} />}
    </p>
  );
}

function Budget({ budget }: { budget: BudgetNote }) {
  const { i18n } = useWords();
  const time = i18n.time(budget.resetAt);
  return (
    <span>{budget.left > 0 ? i18n.t('budget.left', { n: budget.left, time }) : i18n.t('budget.none', { time })}</span>
  );
}
