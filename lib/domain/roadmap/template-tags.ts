/** Tags of site generators (Liquid and its kin) in a text: they stand for words that the file itself does not hold. */

/** `{% t roadmap.test-network %}`: the words of a translation; the last part of the key is what they are about. */
const TRANSLATED = /\{%-?\s{0,9}t\s{1,9}['"]?([\w.-]{1,200})['"]?[^%\n]{0,99}%\}/g;
/** `{{ site.baseurl }}`, `{% endif %}`. */
const ANY = /\{\{[^{}\n]{0,300}\}\}|\{%[^%\n]{0,300}%\}/g;

/**
 * The text with translated wordings named by their key and other tags left out: a link such as `[x]({{ base }}/2024/01/02/x)`
 * is a link again, and no date. The number of lines stays.
 */
export function withoutTemplateTags(text: string): string {
  if (!text.includes('{')) return text;
  return text
    .replace(TRANSLATED, (_, key: string) => (key.split('.').at(-1) ?? '').replace(/[-_]/g, ' '))
    .replace(ANY, '');
}
