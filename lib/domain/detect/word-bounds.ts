/**
 * Where a name ends in scripts whose letters make longer words of it. The background writes it down as a pattern for the page, which needs no
 * grammar of its own then.
 */

/** What may follow a name in its word: Korean particles, nouns of the field, Russian endings. */
const AFTER = {
  Hang: '(?=([은는이가을를의에와과도만로]|으로|에서|까지|부터|이[라다])+(?!L)|체인|재단|네트)',
  Kana: '(?=チェー|ネット|ウォレ)',
  Cyrl: '([аеиоуыюя]|[еио]й|[оеа]м|ами|ах|ов|и[июя])(?!L)',
};

/**
 * A sticky pattern for a name in Hangul, katakana or Cyrillic, as the source of a regular expression in Unicode mode. A Russian ending is a part of what
 * matches, and takes the place of a last а or я; a particle is none. Coined names are common nouns in Russian: "биткоин".
 */
export function boundsOf(phrase: string, isCoined: boolean): string {
  let source = phrase.replace(/[ая]$/, '');
  if (isCoined) source = source.replace(/[А-Я]/g, (capital) => `[${capital}${capital.toLowerCase()}]`);
  for (const [script, after] of Object.entries(AFTER)) {
    // The mark of a long vowel is of no script.
    const letter = `[\\p{sc=${script}}ー]`;
    if (RegExp(`^${letter}`, 'u').test(phrase)) source = `(?<!${letter})${source}`;
    if (RegExp(`${letter}$`, 'u').test(phrase)) source += `((?!${letter})|${after.replace('L', letter)})`;
  }
  return source;
}
