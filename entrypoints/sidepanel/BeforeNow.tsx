/** Figures at the date of the article beside the newest ones. */
import { Raw } from '../../components/Raw.tsx';
import { type BeforeAndNow, beforeAndNow, type FiguresAt } from '../../lib/domain/claims/as-of.ts';
import { cleanText } from '../../lib/domain/clean-text.ts';
import { usePage } from '../kit/page.tsx';
import type { LensView } from './use-lens.ts';

interface Row {
  id: string;
  name: string;
  figures: BeforeAndNow;
}

/** Projects of the page, then its sectors' sum lines, where both times are known. */
function useRows(view: LensView, at: number): Row[] {
  const { i18n } = usePage();
  const projects = view.facts.reports.flatMap(({ projectId, name, code }) =>
    code.series ? [{ id: projectId, name: cleanText(name, 60), figures: beforeAndNow(code.series, at) }] : [],
  );
  const sectors = view.facts.baselines.flatMap(({ sector, sum, sumOf }) => {
    const plain = sector === 'all' ? i18n.t('lens.subject.all') : (i18n.maybe(`sector.${sector}`) ?? sector);
    const name = i18n.t('lens.then.sum', { name: plain, projects: i18n.number(sumOf) });
    return sum ? [{ id: sector, name, figures: beforeAndNow(sum, at) }] : [];
  });
  return [...projects, ...sectors].filter((row) => row.figures.before !== null);
}

function Cells({ figures }: { figures: FiguresAt }) {
  const { i18n } = usePage();
  return (
    <>
      <td class="c-num">
        <Raw id="active-developers" value={figures.active}>
          {i18n.number(figures.active)}
        </Raw>
      </td>
      <td class="c-num">
        <Raw id="drawdown" value={figures.drawdown}>
          {figures.drawdown === null ? '–' : i18n.percent(figures.drawdown)}
        </Raw>
      </td>
    </>
  );
}

function Lines({ row }: { row: Row }) {
  const { i18n } = usePage();
  const { before, now } = row.figures;
  return (
    <tbody data-then={row.id}>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          <bdi>{row.name}</bdi>
        </th>
      </tr>
      {[before, now].map(
        (figures) =>
          figures && (
            <tr key={figures.at}>
              <th scope="row">{i18n.date(figures.at)}</th>
              <Cells figures={figures} />
            </tr>
          ),
      )}
    </tbody>
  );
}

export function BeforeNow({ view }: { view: LensView }) {
  const { i18n } = usePage();
  const { date } = view.reading;
  const rows = useRows(view, date?.at ?? 0);
  return (
    <section aria-labelledby="then">
      <h2 id="then">{i18n.t('lens.then')}</h2>
      <p>{date ? i18n.t('lens.then.dated', { date: i18n.date(date.at) }) : i18n.t('lens.then.undated')}</p>
      {date && rows.length === 0 && <p class="muted">{i18n.t('lens.then.none')}</p>}
      {date && rows.length > 0 && (
        <table class="plain" aria-labelledby="then">
          <thead>
            <tr>
              <th scope="col">{i18n.t('lens.then.subject')}</th>
              <th scope="col" class="c-num">
                {i18n.t('lens.then.active')}
              </th>
              <th scope="col" class="c-num">
                {i18n.t('lens.then.below')}
              </th>
            </tr>
          </thead>
          {rows.map((row) => (
            <Lines key={row.id} row={row} />
          ))}
        </table>
      )}
    </section>
  );
}
