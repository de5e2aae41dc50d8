/** The phrases by which a text may name a project, each with its class and what speaks for or against it. */
import type { NameClass, Project } from './project.ts';

export interface Phrase {
  phrase: string;
  nameClass: NameClass;
  /** Something else as well, even in a text about crypto. */
  isTerm?: true;
  /** The project's own ticker of two characters or more, for `$SYM` and `Name (SYM)`. */
  symbol?: string;
  /** Regular expression sources. */
  antiNext?: string;
  antiPrev?: string;
  ownQualifiers?: string[];
  /** Set on names in another script: they follow the rules of that language. */
  lang?: 'ar' | 'zh' | 'other';
}

/** Persian is written in Arabic letters and obeys the same word boundaries. */
const RULES_OF_LANGUAGE: Record<string, 'ar' | 'zh' | 'other'> = { ar: 'ar', fa: 'ar', zh: 'zh' };

/**
 * Every phrase of a project: name, aliases, then names in other scripts, each once.
 * A phrase has the class of its own rule, else the project's. A row that is never matched by name has none.
 */
export function phrasesOf(project: Project): Phrase[] {
  const rules = new Map(project.rules?.map((rule) => [rule.phrase, rule]));
  // One letter is no ticker that a text could prove a name by.
  const symbol = (project.symbol?.length ?? 0) > 1 ? project.symbol : undefined;
  const seen = new Set<string>();
  const phrases: Phrase[] = [];
  const add = (phrase: string, lang?: 'ar' | 'zh' | 'other') => {
    if (seen.has(phrase)) return;
    seen.add(phrase);
    const rule = rules.get(phrase);
    const fallback: NameClass = lang ? 'U' : project.nameClass;
    phrases.push({
      ...(rule ?? { phrase, nameClass: fallback }),
      ...(symbol ? { symbol } : {}),
      ...(lang ? { lang } : {}),
    });
  };
  for (const phrase of [project.name, ...project.aliases]) add(phrase);
  for (const [tag, names] of Object.entries(project.native ?? {})) {
    for (const name of names) add(name, RULES_OF_LANGUAGE[tag] ?? 'other');
  }
  return phrases;
}
