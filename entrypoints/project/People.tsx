/** Developers by tenure: of the active ones, who has been here for how long. Told in numbers; the bar repeats them. */
import { findSignal } from '../../components/signal-words.ts';
import type { CodeReport, Signal } from '../../lib/domain/signal.ts';
import { usePage } from '../kit/page.tsx';

interface Tenure {
  active: number;
  parts: { key: 'long' | 'middle' | 'new'; people: number }[];
}

/** People behind a share: the formula's own input. */
const part = ({ value, inputs }: Signal) => (value === null || typeof inputs?.part !== 'number' ? null : inputs.part);

/** From the two shares of one source and one time; null where either is unknown or they don't speak of the same people. */
export function tenureOf(report: CodeReport): Tenure | null {
  const long = findSignal(report.signals, 'established-share');
  const fresh = findSignal(report.signals, 'newcomer-share');
  const [old, young, active] = [part(long), part(fresh), long.inputs?.active];
  if (old === null || young === null || typeof active !== 'number' || fresh.inputs?.active !== active) return null;
  return {
    active,
    parts: [
      { key: 'long', people: old },
      { key: 'middle', people: active - old - young },
      { key: 'new', people: young },
    ],
  };
}

export function People({ report }: { report: CodeReport }) {
  const { i18n } = usePage();
  const tenure = tenureOf(report);
  const why = findSignal(report.signals, 'established-share').unknown ?? 'not-read';
  return (
    <section class="sheet">
      <h2>{i18n.t('project.people')}</h2>
      {tenure === null ? (
        <p class="muted">{i18n.t('project.people.unknown', { reason: i18n.maybe(`unknown.${why}`) ?? why })}</p>
      ) : (
        <>
          <p class="muted small-print">{i18n.t('project.people.of', { n: tenure.active })}</p>
          <div class="tenure-bar" aria-hidden="true">
            {tenure.parts.map(({ key, people }) => (
              <span key={key} class={`tenure-${key}`} style={{ flexGrow: people }} />
            ))}
          </div>
          <dl class="tenure">
            {tenure.parts.map(({ key, people }) => (
              <div key={key}>
                <dt>
                  <span class={`tenure-key tenure-${key}`} aria-hidden="true" />
                  {i18n.t(`project.people.${key}`)}
                </dt>
                <dd>{i18n.number(people)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
