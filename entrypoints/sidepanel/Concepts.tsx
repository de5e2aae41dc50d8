/** Sectors and ideas that the page names, each with the snapshot's baseline, its n and date. */
import { Raw } from '../../components/Raw.tsx';
import type { Concept } from '../../lib/domain/claims/types.ts';
import type { SectorFigures } from '../../lib/domain/snapshot/baselines.ts';
import { usePage } from '../kit/page.tsx';
import type { LensView } from './use-lens.ts';

function Baseline({ figures }: { figures: SectorFigures | undefined }) {
  const { i18n } = usePage();
  if (!figures) return <p class="muted">{i18n.t('lens.concept.none')}</p>;
  const { median, q1, q3, n, asOf } = figures;
  return (
    <>
      {median === null ? (
        <p class="muted">{i18n.t('lens.concept.few')}</p>
      ) : (
        <p>
          {i18n.t('lens.concept.median')}{' '}
          <Raw id="drawdown" value={median}>
            <strong>{i18n.percent(median)}</strong>
          </Raw>
          {q1 !== null && q3 !== null && (
            <span class="muted">
              {' '}
              · {i18n.t('lens.concept.middle', { q1: i18n.percent(q1), q3: i18n.percent(q3) })}
            </span>
          )}
        </p>
      )}
      {asOf > 0 && <p class="muted">{i18n.t('lens.data.n', { date: i18n.date(asOf), projects: i18n.number(n) })}</p>}
    </>
  );
}

function One({ concept, figures }: { concept: Concept; figures: SectorFigures | undefined }) {
  const { i18n } = usePage();
  return (
    <li data-sector={concept.sector}>
      <h3>
        {i18n.maybe(`sector.${concept.sector}`) ?? concept.sector}{' '}
        <span class="muted">{i18n.t('lens.concept.count', { n: concept.count })}</span>
      </h3>
      <Baseline figures={figures} />
    </li>
  );
}

export function Concepts({ view }: { view: LensView }) {
  const { i18n } = usePage();
  const { concepts } = view.reading;
  return (
    <section aria-labelledby="concepts">
      <h2 id="concepts">{i18n.t('lens.concepts')}</h2>
      {concepts.length === 0 && <p class="muted">{i18n.t('lens.concepts.none')}</p>}
      <ul class="concepts">
        {concepts.map((concept) => (
          <One key={concept.sector} concept={concept} figures={view.baselines.get(concept.sector)} />
        ))}
      </ul>
    </section>
  );
}
