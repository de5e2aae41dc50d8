/** What a verdict means, where there is room to say it: card and pages; badges have their words without. */
import type { CoreMessages } from '../lib/i18n/en.ts';
import type { PlainWords } from '../lib/i18n/words.ts';
import type { MarkKind } from './mark-shapes.ts';

/** One sentence on what the verdict means. */
export function verdictWhy(i18n: PlainWords<CoreMessages>, kind: MarkKind, verdict: string): string {
  return i18n.maybe(`why.${kind}.${verdict.replaceAll(' ', '-')}`) ?? '';
}
