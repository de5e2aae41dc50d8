/** Weekly commits and active developers over everything that is known, with the same figures as a table. */
import { useEffect, useRef } from 'preact/hooks';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { usePage } from '../kit/page.tsx';
import { saveFile } from '../kit/save-file.ts';
import { type Chart, drawChart } from '../kit/series-chart.ts';

const WEEK_S = 604_800;

export function WeeklyChart({ report }: { report: ProjectReport }) {
  const { i18n } = usePage();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const series = report.code.series;
  useEffect(() => {
    if (!host.current || !series || series.developers.length === 0) return;
    chart.current = drawChart(host.current, {
      weeks: series.developers.map((_, i) => series.firstWeek + i * WEEK_S),
      height: 260,
      weekLabel: i18n.t('project.week'),
      formatDate: (ms) => i18n.date(ms, 'month'),
      formatNumber: (n) => i18n.number(n),
      lines: [
        { label: i18n.t('signal.active-developers'), values: series.developers, colour: '--line-1' },
        { label: i18n.t('project.commits'), values: series.commits, colour: '--line-4', dash: [3, 3] },
      ],
    });
    return () => chart.current?.destroy();
  }, [series, i18n]);
  if (!series || series.developers.length === 0)
    return (
      <section>
        <h2>{i18n.t('project.weekly')}</h2>
        <p class="muted">{i18n.t('card.chart-unknown')}</p>
      </section>
    );
  async function png() {
    const blob = await chart.current?.toBlob();
    if (blob) saveFile(`roadmark-${report.projectId}.png`, blob);
  }
  const cell = (n: number | null | undefined) =>
    n === null || n === undefined ? i18n.t('page.unknown') : i18n.number(n);
  return (
    <section>
      <h2 id="weekly-title">{i18n.t('project.weekly')}</h2>
      <div ref={host} class="chart" dir="ltr" aria-hidden="true" />
      <p class="buttons">
        <button type="button" class="button small" onClick={png}>
          {i18n.t('project.png')}
        </button>
      </p>
      <details>
        <summary>{i18n.t('project.asTable')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section class="scroll-y" tabIndex={0} aria-labelledby="weekly-title">
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{i18n.t('project.week')}</th>
                <th scope="col">{i18n.t('signal.active-developers')}</th>
                <th scope="col">{i18n.t('project.commits')}</th>
              </tr>
            </thead>
            <tbody>
              {series.developers.map((developers, i) => (
                <tr key={series.firstWeek + i * WEEK_S}>
                  <th scope="row">{i18n.date((series.firstWeek + i * WEEK_S) * 1000)}</th>
                  <td>{cell(developers)}</td>
                  <td>{cell(series.commits[i])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
