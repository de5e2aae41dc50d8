/** The 200 labelled sentences; a third by hash is held: it was not looked at while the rules were written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Labelled {
  lang: 'en' | 'ar' | 'zh';
  text: string;
  held: boolean;
  /** null: no claim. `number`: signed percent, a count, or null where only a time is given. */
  label: { subject: string; predicate: string; number: number | null; state: string } | null;
}

const STATES: Record<string, string> = { s: 'supported', c: 'contradicted', n: 'not-checkable' };

/** FNV-1a, 32 bit, over UTF-16 units. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

const HERE = join(import.meta.dirname, '../../fixtures/claims');
const linesOf = (file: string) => readFileSync(join(HERE, file), 'utf8').trim().split('\n');

function parse(lang: Labelled['lang'], line: string): Labelled {
  const [subject, predicate, number, state, text] = line.split(' | ') as [string, string, string, string, string];
  const held = fnv1a(text) % 3 === 0;
  if (subject === '-') return { lang, text, held, label: null };
  const value = number === 't' ? null : Number(number);
  return { lang, text, held, label: { subject, predicate, number: value, state: STATES[state] ?? '' } };
}

const read = (lang: Labelled['lang']) => linesOf(`${lang}.txt`).map((line) => parse(lang, line));

export const SENTENCES: Labelled[] = [...read('en'), ...read('ar'), ...read('zh')];

/** Written after the rules were done, in turns of phrase that the rules were not written for; never tuned on. */
export const HARD: Labelled[] = linesOf('hard.txt').map((line) =>
  parse(line.slice(0, 2) as Labelled['lang'], line.slice(line.indexOf(' | ') + 3)),
);

/** As journalists put things, written after all others; a third by hash was not looked at while words were added for the rest. */
export const PRESS: Labelled[] = linesOf('press.txt').map((line) =>
  parse(line.slice(0, 2) as Labelled['lang'], line.slice(line.indexOf(' | ') + 3)),
);
