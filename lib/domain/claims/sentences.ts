/** Sentences of a block in English, Arabic and Chinese. One pass; no dictionary. */

/** Longer than any sentence that says one thing; what is longer is cut here, so that later steps stay linear. */
export const MAX_SENTENCE = 600;
/** Ends a sentence always. */
const HARD = new Set(['。', '！', '？', '!', '?', '؟', '\n', '…', '۔']);
/** Marks behind an end that still belong to it; a line of hundreds of "!" is no sentence. */
export const MAX_CLOSERS = 8;
/** Closers that belong to the sentence before them. */
const CLOSERS = new Set(['"', '”', '’', "'", ')', '）', '」', '』', '»', ']']);
/** English abbreviations behind which a sentence goes on. */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|mr|ms|dr|vs|no|inc|ltd|co|st|approx|etc|u\.s|fig|al|[a-z])$/i;

export interface Span {
  start: number;
  end: number;
}

/** A full stop ends a sentence when white space (or the end) follows and no abbreviation or number stands before. */
function endsAtStop(text: string, at: number): boolean {
  const next = text[at + 1];
  if (next !== undefined && !/\s/.test(next) && !CLOSERS.has(next)) return false;
  return !ABBREVIATION.test(text.slice(Math.max(0, at - 7), at));
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start += 1;
  while (end > start && /\s/.test(text[end - 1] as string)) end -= 1;
  if (end > start) spans.push({ start, end });
}

/** Spans of sentences, in order, without surrounding white space; together they hold every letter of the text. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string;
    const stop = HARD.has(char) || (char === '.' && endsAtStop(text, i));
    if (!stop && i - from < MAX_SENTENCE - 1) continue;
    let to = i + 1;
    while (
      stop &&
      to < text.length &&
      to - i <= MAX_CLOSERS &&
      (CLOSERS.has(text[to] as string) || HARD.has(text[to] as string))
    )
      to += 1;
    // Never between the two halves of one character.
    if (!stop && /[\uD800-\uDBFF]/.test(char)) to = i;
    push(spans, text, from, to);
    from = to;
    i = to - 1;
  }
  push(spans, text, from, text.length);
  return spans;
}
