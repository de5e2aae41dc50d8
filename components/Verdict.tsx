/** A verdict with its mark: shape and word; the colour only repeats them. */
import { Mark } from './Mark.tsx';
import type { MarkKind } from './mark-shapes.ts';
import { Raw } from './Raw.tsx';
import { verdictWhy } from './verdict-why.ts';
import { verdictWord } from './verdict-words.ts';
import { useWords } from './words.ts';

interface Props {
  kind: MarkKind;
  verdict: string;
}

export function Verdict({ kind, verdict }: Props) {
  const { i18n } = useWords();
  return (
    <span class="rm-verdict">
      <Mark kind={kind} verdict={verdict} />
      <Raw class="rm-verdict-word" id={`${kind}-verdict`} value={verdict === 'not checked' ? null : verdict}>
        {verdictWord(i18n, kind, verdict)}
      </Raw>
    </span>
  );
}

/** Heading of a part of the card: its name, the verdict, and one sentence on what that means. */
export function VerdictHead({ kind, verdict }: Props) {
  const { i18n } = useWords();
  return (
    <header class="rm-part-head">
      <h3>{i18n.t(`card.${kind}`)}</h3>
      <Verdict kind={kind} verdict={verdict} />
      <p class="rm-muted">{verdictWhy(i18n, kind, verdict)}</p>
    </header>
  );
}
