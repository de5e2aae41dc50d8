/** A made-up language: English with accents, forty percent longer. Shows what breaks when a translation is longer than ours. */
const ACCENTS: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  c: 'ç',
  n: 'ñ',
};
/** How much longer: what German or Russian need for short words of an interface. */
const LONGER = 0.4;
const FILLER = 'ôx';

/** Places and forms stay as they are. */
function longer(form: string): string {
  const words = form
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[aeioucnAEIOU]/g, (c) => ACCENTS[c] ?? c)));
  const length = form.replace(/\{\w+\}/g, '').length;
  const more = Math.ceil(length * LONGER);
  if (more === 0) return words.join('');
  // In words of a word's length, as a longer translation would have, not one endless word.
  const fill = Array.from({ length: more }, (_, i) => (i % 8 === 7 ? ' ' : FILLER[i % FILLER.length])).join('');
  return `${words.join('')}${length > 12 ? ' ' : ''}${fill}`.trimEnd();
}

/** The catalogue in the made-up language. */
export function pseudo<C extends Record<string, string>>(messages: C): C {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, message.split('|').map(longer).join('|')]),
  ) as C;
}
