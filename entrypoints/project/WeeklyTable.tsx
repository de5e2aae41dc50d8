/** The charts' figures as a table, newest week first: what a screen reader reads, and what can be copied. */
import { useState } from 'preact/hooks';
import type { WeeklySeries } from '../../lib/domain/signal.ts';
import { WEEK_S } from '../../lib/domain/time.ts';
import { usePage } from '../kit/page.tsx';

function Rows({ series }: { series: WeeklySeries }) {
  const { i18n } = usePage();
  const cell = (n: number | null | undefined) =>
    n === null || n === undefined ? i18n.t('page.unknown') : i18n.number(n);
  const weeks = series.developers.map((developers, i) => ({
    start: series.firstWeek + i * WEEK_S,
    developers,
    commits: series.commits[i],
  }));
  return (
    <tbody>
      {weeks.reverse().map(({ start, developers, commits }) => (
        <tr key={start}>
          <th scope="row">{i18n.date(start * 1000)}</th>
          <td class="c-num">{cell(developers)}</td>
          <td class="c-num">{cell(commits)}</td>
        </tr>
      ))}
    </tbody>
  );
}

export function WeeklyTable({ series }: { series: WeeklySeries }) {
  const { i18n } = usePage();
  // Hundreds of rows are made when they are wanted.
  const [wanted, setWanted] = useState(false);
  return (
    <details onToggle={(e) => e.currentTarget.open && setWanted(true)}>
      <summary>{i18n.t('project.asTable')}</summary>
      {wanted && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        <section class="scroll-y" tabIndex={0} aria-labelledby="weekly-title">
          <table class="plain" aria-labelledby="weekly-title">
            <thead>
              <tr>
                <th scope="col">{i18n.t('project.week')}</th>
                <th scope="col" class="c-num">
                  {i18n.t('signal.active-developers')}
                </th>
                <th scope="col" class="c-num">
                  {i18n.t('project.commits')}
                </th>
              </tr>
            </thead>
            <Rows series={series} />
          </table>
        </section>
      )}
    </details>
  );
}
