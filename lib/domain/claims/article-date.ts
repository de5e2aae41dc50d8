/** The date of an article from what its page declares: JSON-LD, meta elements, time elements. Pure over extracted strings. */
import { DAY_MS } from '../time.ts';

export interface DateHints {
  /** Texts of `script[type="application/ld+json"]`. */
  jsonLd: string[];
  /** name/property/itemprop → content, of meta elements. */
  meta: [string, string][];
  /** `datetime` of time elements in the article, in page order; `published` where the element says so (pubdate, itemprop, class). */
  times: { value: string; published: boolean }[];
}

export interface ArticleDate {
  /** Unix ms. */
  at: number;
  from: 'json-ld' | 'meta' | 'time';
}

const META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'publishdate',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
];
/** Before the first blockchain no article is about one. */
const FIRST = Date.UTC(2008, 9, 31);
/** Clocks of servers run ahead by zones, not by days. */
const AHEAD_MS = 2 * DAY_MS;
const MAX_JSON = 200_000;
const MAX_DEPTH = 6;
/** Thousands of nodes are no article's metadata. */
const MAX_NODES = 2_000;

/** ISO 8601 with a written year first; anything else is left alone ("03/04/2025" may be two days). */
function instant(text: string, now: number): number | null {
  const trimmed = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(trimmed) && !/^\w{3}, \d{1,2} \w{3} \d{4}/.test(trimmed)) return null;
  // A time without a zone is read as UTC: the same page gives the same date everywhere.
  const whole = trimmed
    .replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, '$1T$2')
    .replace(/(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/, '$1Z');
  const at = Date.parse(whole);
  return Number.isFinite(at) && at >= FIRST && at <= now + AHEAD_MS ? at : null;
}

function* nodes(value: unknown, depth = 0): Generator<Record<string, unknown>> {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const child of Object.values(value)) yield* nodes(child, depth + 1);
}

function fromJsonLd(text: string, now: number): number | null {
  if (text.length > MAX_JSON) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Broken JSON-LD is common; the other places are asked.
    return null;
  }
  let seen = 0;
  for (const node of nodes(parsed)) {
    seen += 1;
    if (seen > MAX_NODES) return null;
    const type = JSON.stringify(node['@type'] ?? '');
    if (!/Article|Posting|Report|WebPage/.test(type)) continue;
    for (const key of ['datePublished', 'dateCreated']) {
      const at = typeof node[key] === 'string' ? instant(node[key], now) : null;
      if (at !== null) return at;
    }
  }
  return null;
}

/** The day of publication, never that of a change; null where the page declares none that can be trusted. `now` in Unix ms. */
export function articleDate(hints: DateHints, now: number): ArticleDate | null {
  for (const text of hints.jsonLd) {
    const at = fromJsonLd(text, now);
    if (at !== null) return { at, from: 'json-ld' };
  }
  for (const name of META) {
    const content = hints.meta.find(([key]) => key.toLowerCase() === name)?.[1];
    const at = content === undefined ? null : instant(content, now);
    if (at !== null) return { at, from: 'meta' };
  }
  const marked = hints.times.find((t) => t.published) ?? (hints.times.length === 1 ? hints.times[0] : undefined);
  const at = marked ? instant(marked.value, now) : null;
  return at === null ? null : { at, from: 'time' };
}
