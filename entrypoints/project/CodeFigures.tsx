/** Every signal of the code, in the order of the definitions. */
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { usePage } from '../kit/page.tsx';
import { SignalTable } from './SignalTable.tsx';

export function CodeFigures({ report }: { report: ProjectReport }) {
  const { i18n } = usePage();
  const baseline = report.baselines.find((b) => b.median !== null);
  return (
    <section>
      <h2 id="code-title">{i18n.t('card.code')}</h2>
      {baseline && baseline.median !== null && (
        <p class="muted">
          {i18n.t('project.baseline', {
            sector: i18n.maybe(`sector.${baseline.sector}`) ?? baseline.sector,
            percent: i18n.percent(baseline.median),
            n: baseline.n,
            date: i18n.date(baseline.asOf),
          })}
        </p>
      )}
      <SignalTable signals={report.code.signals} labelledBy="code-title" />
    </section>
  );
}
