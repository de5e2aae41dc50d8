/** "Why this badge": the weightiest reasons in a line, and behind a press each fact that counted, with its points. */
import { useState } from 'preact/hooks';
import { cleanText } from '../lib/domain/clean-text.ts';
import type { LookAlike, MatchEvidence, PageIdentity } from '../lib/domain/detect/types.ts';
import { factWords, identityWords, nearWords } from './match-words.ts';
import { Chevron } from './SignalRow.tsx';
import { useWords } from './words.ts';

/** Why the card is here: a name in the text, or what the page is about. */
export type CardReason =
  | {
      kind: 'mention';
      text: string;
      evidence: MatchEvidence[];
      /** Points of all facts, and how many were needed; 0: the name alone is enough. */
      score?: number;
      needs?: number;
    }
  | { kind: 'about'; identity: PageIdentity }
  | ({ kind: 'look-alike' } & Pick<LookAlike, 'recorded' | 'why'>);
type Mention = Extract<CardReason, { kind: 'mention' }>;

/** Reasons in the line, with what they quote as long as two lines of the card; all of them stand in the list. A name that is enough alone needs no second. */
const IN_LINE = 2;

function useFacts({ text, evidence, needs }: Mention) {
  const { i18n } = useWords();
  const facts = evidence
    .toSorted((a, b) => b.points - a.points)
    .map((fact) => ({ points: fact.points, words: factWords(i18n, fact) }));
  const told = [...new Set(facts.filter(({ points }) => points > 0).map(({ words }) => words))].slice(
    0,
    needs ? IN_LINE : 1,
  );
  const named = i18n.t('card.matched', { text: cleanText(text, 60) });
  const line = told.length > 0 ? i18n.t('card.because', { text: named, reasons: i18n.list(told) }) : named;
  return { facts, line };
}

function Facts({ facts, reason }: { facts: { points: number; words: string }[]; reason: Mention }) {
  const { i18n } = useWords();
  const { score = 0, needs = 0 } = reason;
  return (
    <div class="rm-row-body">
      <ul class="rm-evidence">
        {facts.map(({ points, words }) => (
          <li key={words}>
            {words}
            {needs > 0 && ` · ${i18n.number(points, { signDisplay: 'exceptZero' })}`}
          </li>
        ))}
      </ul>
      {needs > 0 && <p class="rm-about">{i18n.t('match.sum', { score, needs })}</p>}
    </div>
  );
}

function WhyMention({ reason }: { reason: Mention }) {
  const [open, setOpen] = useState(false);
  const { facts, line } = useFacts(reason);
  if (facts.length === 0) return <p class="rm-reason">{line}</p>;
  return (
    <div class="rm-reason rm-rows">
      <button type="button" class="rm-row-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="rm-row-label">{line}</span>
        <Chevron />
      </button>
      {open && <Facts facts={facts} reason={reason} />}
    </div>
  );
}

export function WhyMatch({ reason }: { reason: CardReason }) {
  const { i18n } = useWords();
  if (reason.kind === 'mention') return <WhyMention reason={reason} />;
  return (
    <p class="rm-reason">{reason.kind === 'about' ? identityWords(i18n, reason.identity) : nearWords(i18n, reason)}</p>
  );
}
