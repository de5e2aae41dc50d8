/**
 * Names in other scripts, as publications in that language write them; one table a language, one project a line:
 * `id form | form`. A trailing "?" marks a form that is a word, a personal name or another thing in its language, too:
 * it needs context. "-" says that the language writes the project in Latin letters, or with a word of every day (icon,
 * waves, "so if") that would mark pages about anything: the Latin name is enough there. Arabic, which has many
 * spellings, has a table of its own (native-ar.ts), and what speaks against names in its letters is in native-rules.ts.
 */
import { normalise } from '../../../domain/detect/normalise.ts';
import type { PhraseRule } from '../../../domain/registry/project.ts';
import { BEST_KNOWN } from './native/best-known.ts';
import { FA } from './native/fa.ts';
import { JA } from './native/ja.ts';
import { KO } from './native/ko.ts';
import { RU } from './native/ru.ts';
import { ZH } from './native/zh.ts';
import { ARABIC } from './native-ar.ts';
import { NATIVE_RULES } from './native-rules.ts';

export { BEST_KNOWN };

export type NativeTag = 'ar' | 'fa' | 'ja' | 'ko' | 'ru' | 'zh';

export interface NativeForm {
  form: string;
  /** A word of its language, too. */
  isWord: boolean;
}

function readTable(table: string): Map<string, NativeForm[]> {
  const rows = table
    .trim()
    .split('\n')
    .map((line): [string, NativeForm[]] => {
      const at = line.indexOf(' ');
      const forms = line.slice(at + 1).split(' | ');
      const named = forms[0] === '-' ? [] : forms;
      return [line.slice(0, at), named.map((form) => ({ form: form.replace('?', ''), isWord: form.endsWith('?') }))];
    });
  return new Map(rows);
}

/** One form of what detection folds, and of what it does not see. */
const folded = (form: string) => normalise(form).text;
const RULES = new Map([...NATIVE_RULES].map(([phrase, rule]) => [folded(phrase), rule]));

/** The rule of a form: what speaks against it, or that it is a word; none where it is coined and nothing does. */
export function ruleOf({ form, isWord }: NativeForm): PhraseRule | undefined {
  const rule = RULES.get(folded(form));
  if (rule) return { ...rule, phrase: form };
  return isWord ? { phrase: form, nameClass: 'C' } : undefined;
}

/** Forms by language and project; none where the language writes it in Latin letters. */
export const NATIVE: Readonly<Record<NativeTag, ReadonlyMap<string, NativeForm[]>>> = {
  ar: new Map(Object.entries(ARABIC).map(([id, forms]) => [id, forms.map((form) => ({ form, isWord: false }))])),
  fa: readTable(FA),
  ja: readTable(JA),
  ko: readTable(KO),
  ru: readTable(RU),
  zh: readTable(ZH),
};
