/** What a careful editor would reject in the tables of names in other scripts. */
import { normalise } from '../../domain/detect/normalise.ts';
import type { Project } from '../../domain/registry/project.ts';
import { BEST_KNOWN, NATIVE, type NativeForm, type NativeTag, ruleOf } from './hand/native.ts';
import type { Finding } from './lint-addresses.ts';

/** What a form must hold to be of its language. Brand names mix scripts: "BNBチェーン". */
const LETTERS: Record<NativeTag, RegExp> = {
  ar: /^[\u0621-\u064a\u067e\u0686\u06a4\u06af ]+$/,
  fa: /^[\u0621-\u06cc ]+$/,
  ja: /[\u3041-\u30ff\u3400-\u9fff]/,
  ko: /[\uac00-\ud7a3]/,
  ru: /^\p{Lu}[\u0400-\u045f -]+$/iu,
  zh: /^[\u3400-\u9fff]+$/,
};
/** Shorter ones are pieces of many words: a syllable block or an ideograph says more than a letter. */
const SHORTEST: Record<NativeTag, number> = { ar: 3, fa: 3, ja: 2, ko: 2, ru: 4, zh: 2 };
/** At this length a form of Arabic letters is a word as often as a name. */
const BRIEF = 3;

const tags = Object.keys(NATIVE) as NativeTag[];

/** What detection makes of a form: letters folded, Latin capitals away. */
const folded = (form: string) => normalise(form).text.toLowerCase();

function lintForm(id: string, tag: NativeTag, named: NativeForm): Finding[] {
  const { form } = named;
  const fault = (rule: string): Finding => ({ level: 'fault', id, rule, what: `${tag} ${form}` });
  const found: Finding[] = [];
  if (form.length < SHORTEST[tag]) found.push(fault('a native name is too short'));
  if (!LETTERS[tag].test(form)) found.push(fault('a native name is in other letters'));
  if (!ruleOf(named) && !form.includes(' ') && (tag === 'ar' || tag === 'fa') && form.length <= BRIEF)
    found.push(fault('three Arabic letters are a word, too'));
  // Non-joiners, tatweel and vowel marks are not seen by detection: they would only hide that two forms are one.
  if (form !== form.normalize('NFC').trim() || /[\p{Cf}\u0640\u064b-\u065f]| {2}/u.test(form))
    found.push(fault('a native name holds stray marks'));
  return found;
}

/** Spellings of one language that detection takes for one. */
function lintSpellings(id: string, tag: NativeTag, forms: readonly NativeForm[]): Finding[] {
  const folds = forms.map(({ form }) => folded(form));
  return forms
    .filter((_, index) => folds.indexOf(folds[index] as string) < index)
    .map(({ form }) => ({ level: 'fault', id, rule: 'a native name stands twice', what: `${tag} ${form}` }));
}

/**
 * Faults of the tables: a best-known project without an entry in a language, a form that two projects have, one that
 * is too short, in other letters or not as detection reads it, and rows of no project.
 */
export function lintNative(projects: readonly Project[], best = BEST_KNOWN, tables = NATIVE): Finding[] {
  const found: Finding[] = [];
  const ids = new Set(projects.map(({ id }) => id));
  const owners = new Map<string, Set<string>>();
  for (const id of best)
    for (const tag of tags)
      if (!tables[tag].has(id)) found.push({ level: 'fault', id, rule: 'no native name and no "-"', what: tag });
  for (const tag of tags) {
    for (const [id, forms] of tables[tag]) {
      if (!ids.has(id)) found.push({ level: 'fault', id, rule: 'a native name of no project', what: tag });
      found.push(...lintSpellings(id, tag, forms));
      for (const form of forms) {
        found.push(...lintForm(id, tag, form));
        const fold = folded(form.form);
        owners.set(fold, (owners.get(fold) ?? new Set()).add(id));
      }
    }
  }
  for (const [what, of] of owners)
    if (of.size > 1)
      found.push({ level: 'fault', id: [...of].join(' '), rule: 'two projects have one native name', what });
  return found;
}
