/** Active developers and commits over all weeks that are known: two charts below each other, the same as a table, both as one picture. */
import { useEffect, useRef } from 'preact/hooks';
import type { ProjectReport, WeeklySeries } from '../../lib/domain/signal.ts';
import { WEEK_S } from '../../lib/domain/time.ts';
import { usePage } from '../kit/page.tsx';
import { saveFile } from '../kit/save-file.ts';
import { type Chart, type ChartLine, chartsPng, drawChart } from '../kit/series-chart.ts';
import { WeeklyTable } from './WeeklyTable.tsx';

/** People above commits: the first is what verdicts rest on. */
const HEIGHTS = [180, 120] as const;

interface PlotProps {
  series: WeeklySeries;
  line: ChartLine;
  height: number;
  /** Told of the chart that stands now, and of null when it goes. */
  onChart(chart: Chart | null): void;
}

function Plot({ series, line, height, onChart }: PlotProps) {
  const { i18n } = usePage();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const chart = drawChart(host.current, {
      weeks: series.developers.map((_, i) => series.firstWeek + i * WEEK_S),
      height,
      weekLabel: i18n.t('project.week'),
      formatDate: (ms) => i18n.date(ms, 'month'),
      formatWeek: (ms) => i18n.date(ms),
      formatNumber: (n) => i18n.number(n),
      lines: [line],
      group: 'weekly',
    });
    onChart(chart);
    return () => {
      chart.destroy();
      onChart(null);
    };
  }, [series, i18n.tag, document.documentElement.dataset.theme]);
  return <div ref={host} class="chart" dir="ltr" aria-hidden="true" />;
}

function Plots({ series, name, projectId }: { series: WeeklySeries; name: string; projectId: string }) {
  const { i18n } = usePage();
  const charts = useRef<(Chart | null)[]>([]);
  const lines: ChartLine[] = [
    { label: i18n.t('signal.active-developers'), values: series.developers, colour: '--line-1', shape: 'area' },
    { label: i18n.t('project.commits'), values: series.commits, colour: '--line-4', shape: 'bars' },
  ];
  async function png() {
    const parts = lines.flatMap(({ label }, i) => {
      const chart = charts.current[i];
      return chart ? [{ title: `${name} · ${label}`, chart }] : [];
    });
    const blob = await chartsPng(parts);
    if (blob) saveFile(`roadmark-${projectId}.png`, blob);
  }
  return (
    <>
      {lines.map((line, i) => (
        <Plot
          key={line.colour}
          series={series}
          line={line}
          height={HEIGHTS[i] ?? HEIGHTS[0]}
          onChart={(chart) => {
            charts.current[i] = chart;
          }}
        />
      ))}
      <p class="buttons">
        <button type="button" class="button small" onClick={png}>
          {i18n.t('project.png')}
        </button>
      </p>
    </>
  );
}

/** `history` is the longest series that can be made; until it is there the report's own three years stand. */
export function WeeklyChart({ report, history }: { report: ProjectReport; history: WeeklySeries | null }) {
  const { i18n } = usePage();
  const series = history ?? report.code.series;
  const known = series !== undefined && series.developers.length > 0;
  return (
    <section class="sheet" id="weekly">
      <h2 id="weekly-title">{i18n.t('project.weekly')}</h2>
      {known ? (
        <>
          <p class="muted small-print">
            {i18n.t('project.since', { n: series.developers.length, date: i18n.date(series.firstWeek * 1000) })}
          </p>
          <Plots series={series} name={report.name} projectId={report.projectId} />
          <WeeklyTable series={series} />
        </>
      ) : (
        <p class="muted">{i18n.t('card.chart-unknown')}</p>
      )}
    </section>
  );
}
