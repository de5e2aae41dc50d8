/** Two to six projects over one chart and one table. */
import { useEffect, useRef } from 'preact/hooks';
import { Verdict } from '../../components/Verdict.tsx';
import { alignLines } from '../../lib/domain/watch/align.ts';
import type { WatchRowModel } from '../../lib/domain/watch/row.ts';
import { usePage } from '../kit/page.tsx';
import { drawChart } from '../kit/series-chart.ts';

/** Six colours of equal weight and six dash patterns: lines are told apart without colour too. */
const LINES: { colour: string; dash?: number[] }[] = [
  { colour: '--line-1' },
  { colour: '--line-2', dash: [8, 4] },
  { colour: '--line-3', dash: [2, 3] },
  { colour: '--line-4', dash: [10, 3, 2, 3] },
  { colour: '--line-5', dash: [5, 5] },
  { colour: '--line-6', dash: [14, 4] },
];

function CompareChart({ rows }: { rows: WatchRowModel[] }) {
  const { i18n } = usePage();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { weeks, values } = alignLines(rows);
    if (!host.current || weeks.length === 0) return;
    const chart = drawChart(host.current, {
      weeks,
      height: 240,
      weekLabel: i18n.t('project.week'),
      formatDate: (ms) => i18n.date(ms, 'month'),
      formatWeek: (ms) => i18n.date(ms),
      formatNumber: (n) => i18n.number(n),
      lines: rows.map((row, i) => ({
        label: row.name,
        values: values[i] ?? [],
        ...(LINES[i] ?? { colour: '--line-1' }),
      })),
    });
    return () => chart.destroy();
  }, [rows.map((r) => `${r.projectId} ${r.asOf}`).join(), i18n.tag, document.documentElement.dataset.theme]);
  return <div ref={host} class="chart" dir="ltr" aria-hidden="true" />;
}

/** The line's own look above its column: colour and dashes. */
function Swatch({ line }: { line: (typeof LINES)[number] | undefined }) {
  return (
    <svg class="swatch" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <path
        d="M0 3H100"
        style={{ stroke: `var(${line?.colour ?? '--line-1'})` }}
        stroke-dasharray={line?.dash?.join(' ')}
      />
    </svg>
  );
}

/** Rows of the table: their words, and what stands in a project's column. */
function factsOf(i18n: ReturnType<typeof usePage>['i18n']): [string, (r: WatchRowModel) => preact.ComponentChild][] {
  const unknown = i18n.t('page.unknown');
  return [
    [i18n.t('watch.col.code'), (r) => <Verdict kind="code" verdict={r.codeVerdict} />],
    [i18n.t('watch.col.active'), (r) => (r.activeDevelopers === null ? unknown : i18n.number(r.activeDevelopers))],
    [i18n.t('watch.col.drawdown'), (r) => (r.drawdown === null ? unknown : i18n.percent(r.drawdown))],
    [i18n.t('watch.col.roadmap'), (r) => <Verdict kind="roadmap" verdict={r.roadmapVerdict} />],
    [i18n.t('watch.col.next'), (r) => (r.nextPromised ? i18n.date(r.nextPromised) : unknown)],
    [i18n.t('watch.col.overdue'), (r) => (r.overdue === null ? unknown : i18n.number(r.overdue))],
    [i18n.t('watch.col.age'), (r) => (r.asOf === null ? unknown : i18n.ago(r.asOf, Date.now()))],
  ];
}

/** What stands beside what, a column for each project. */
function CompareTable({ rows }: { rows: WatchRowModel[] }) {
  const { i18n } = usePage();
  const facts = factsOf(i18n);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="scroll-x" tabIndex={0} aria-label={i18n.t('watch.compare.table')}>
      <table class="plain" aria-labelledby="compare-title">
        <thead>
          <tr>
            <td />
            {rows.map((r, i) => (
              <th key={r.projectId} scope="col">
                <Swatch line={LINES[i]} />
                <bdi>{r.name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {rows.map((r) => (
                <td key={r.projectId}>{cell(r)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ComparePanel({ rows, onClear }: { rows: WatchRowModel[]; onClear(): void }) {
  const { i18n } = usePage();
  if (rows.length === 0) return null;
  return (
    <section class="sheet compare" aria-labelledby="compare-title">
      <header>
        <h2 id="compare-title">{i18n.t('watch.compare.title')}</h2>
        <button type="button" class="link" onClick={onClear}>
          {i18n.t('watch.compare.clear')}
        </button>
      </header>
      {rows.length < 2 ? (
        <p class="muted">{i18n.t('watch.compare.hint')}</p>
      ) : (
        <>
          <h3 class="muted">{i18n.t('watch.compare.chart')}</h3>
          <CompareChart rows={rows} />
          <CompareTable rows={rows} />
        </>
      )}
    </section>
  );
}
