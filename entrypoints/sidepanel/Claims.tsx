/** The claims of the page, each with its answer, the figures and what they rest on. */
import { EvidenceList } from '../../components/EvidenceList.tsx';
import { FAR_OFF, TOLERANCE } from '../../lib/domain/claims/answer-developers.ts';
import type { ClaimAnswer } from '../../lib/domain/claims/answer-types.ts';
import type { Claim } from '../../lib/domain/claims/types.ts';
import { cleanText } from '../../lib/domain/clean-text.ts';
import { usePage } from '../kit/page.tsx';
import { Measure } from './Measure.tsx';
import type { LensView } from './use-lens.ts';

/** A quotation longer than this is shortened; the page itself has the rest. */
const MAX_QUOTE = 300;

export function useSubject(view: LensView): (subject: Claim['subject']) => string {
  const { i18n } = usePage();
  const names = new Map(view.facts.reports.map((r) => [r.projectId, r.name]));
  return ({ kind, id }) => {
    if (kind === 'field') return i18n.t('lens.subject.all');
    if (kind === 'sector') return i18n.maybe(`sector.${id}`) ?? id;
    return cleanText(names.get(id) ?? id, 60);
  };
}

function One({ claim, answer, name }: { claim: Claim; answer: ClaimAnswer; name: string }) {
  const { i18n } = usePage();
  const quote = cleanText(claim.text, MAX_QUOTE);
  return (
    <li class={`claim claim-${answer.state}`} data-claim={claim.predicate} data-state={answer.state}>
      <blockquote dir="auto">{quote}</blockquote>
      <p class="claim-head">
        <strong class="claim-state">{i18n.t(`lens.state.${answer.state}`)}</strong>
        <span>
          <bdi>{name}</bdi> · {i18n.t(`lens.predicate.${claim.predicate}`)}
        </span>
      </p>
      <p>{i18n.t(`lens.reason.${answer.reason}`)}</p>
      {answer.measured.length > 0 && (
        <dl class="measures">
          {answer.measured.map((m, at) => (
            <Measure key={`${m.id} ${at}`} measured={m} />
          ))}
        </dl>
      )}
      {answer.asOf !== null && answer.asOf > 0 && (
        <p class="muted">
          {answer.n === null
            ? i18n.t('lens.data', { date: i18n.date(answer.asOf) })
            : i18n.t('lens.data.n', { date: i18n.date(answer.asOf), projects: i18n.number(answer.n) })}
        </p>
      )}
      {answer.evidence.length > 0 && <EvidenceList evidence={answer.evidence} limit={3} />}
    </li>
  );
}

export function Claims({ view }: { view: LensView }) {
  const { i18n } = usePage();
  const nameOf = useSubject(view);
  const points = (share: number) => i18n.number(share * 100, { maximumFractionDigits: 1 });
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{i18n.t('lens.claims')}</h2>
      {view.answers.length === 0 && <p class="muted">{i18n.t('lens.claims.none')}</p>}
      <ol class="claims">
        {view.answers.map(({ claim, answer }) => (
          <One
            key={`${claim.block} ${claim.start} ${claim.subject.id} ${claim.predicate}`}
            claim={claim}
            answer={answer}
            name={nameOf(claim.subject)}
          />
        ))}
      </ol>
      {view.answers.length > 0 && (
        <p class="muted tolerance">{i18n.t('lens.tolerance', { near: points(TOLERANCE), far: points(FAR_OFF) })}</p>
      )}
    </section>
  );
}
