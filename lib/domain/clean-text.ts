/** Text that others wrote (names, titles, wordings) made fit to stand in our interface: one line, bounded, nothing that reorders its neighbours. */

/** Bidi overrides, embeddings and isolates, zero-width and tag characters, soft hyphen: invisible, and able to disguise a name. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
/** Line breaks, tabs and all other control characters. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** More than two combining marks on one letter spill over the neighbouring lines ("Zalgo"). */
const STACKED = /(\p{M}{2})\p{M}+/gu;
/** Longest name that the registry holds is 47 characters; a longer one is cut, never wrapped over the whole card. */
export const MAX_NAME = 120;

/** Returns `text` as one clean line of at most `max` code points ("…" stands for what was cut). */
export function cleanText(text: string, max = MAX_NAME): string {
  // Cut first: a name of 10 MB must not be scanned three times.
  const head = text.slice(0, max * 4);
  const clean = head.replace(CONTROL, ' ').replace(INVISIBLE, '').replace(STACKED, '$1').replace(/\s+/g, ' ').trim();
  const points = [...clean];
  return points.length > max || head.length < text.length ? `${points.slice(0, max - 1).join('')}…` : clean;
}
