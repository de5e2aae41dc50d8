/** Every signal of the code, in the order of the definitions. */
import { useState } from 'preact/hooks';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { call } from '../kit/client.ts';
import { usePage } from '../kit/page.tsx';
import { SignalTable } from './SignalTable.tsx';

export function CodeFigures({ report }: { report: ProjectReport }) {
  const { i18n } = usePage();
  const [recomputed, setRecomputed] = useState<Map<string, boolean> | null>(null);
  async function recompute() {
    const answer = await call('report.recompute', { projectId: report.projectId });
    if (answer.ok) setRecomputed(new Map(answer.value.map(({ id, equal }) => [id, equal])));
  }
  const baseline = report.baselines.find((b) => b.median !== null);
  return (
    <section class="sheet" id="code">
      <div class="page-head">
        <h2 id="code-title">{i18n.t('card.code')}</h2>
        <button type="button" class="button small" onClick={recompute}>
          {i18n.t('project.recompute')}
        </button>
      </div>
      {baseline && baseline.median !== null && (
        <p class="muted small-print">
          {i18n.t('project.baseline', {
            sector: i18n.maybe(`sector.${baseline.sector}`) ?? baseline.sector,
            percent: i18n.percent(baseline.median),
            n: baseline.n,
            date: i18n.date(baseline.asOf),
          })}
        </p>
      )}
      <SignalTable signals={report.code.signals} recomputed={recomputed} labelledBy="code-title" />
    </section>
  );
}
