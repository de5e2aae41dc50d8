/** A verdict with its mark: the word, and what it means. */

import { Mark } from './Mark.tsx';
import type { MarkKind } from './mark-shapes.ts';
import { verdictWhy, verdictWord } from './verdict-words.ts';
import { useWords } from './words.ts';

interface Props {
  kind: MarkKind;
  verdict: string;
  /** Adds the sentence on what it means. */
  why?: boolean;
}

export function Verdict({ kind, verdict, why = false }: Props) {
  const { i18n } = useWords();
  return (
    <span class="rm-verdict">
      <Mark kind={kind} verdict={verdict} />
      <data class="rm-verdict-word" data-signal={`${kind}-verdict`} value={verdict === 'not checked' ? '' : verdict}>
        {verdictWord(i18n, kind, verdict)}
      </data>
      {why ? <span class="rm-verdict-why">{verdictWhy(i18n, kind, verdict)}</span> : null}
    </span>
  );
}
