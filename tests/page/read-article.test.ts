import { afterEach, describe, expect, it } from 'vitest';
import { contextReader } from '../../lib/domain/detect/context-reader.ts';
import { contextTable } from '../../lib/domain/detect/context-words.ts';
import type { Answer } from '../../lib/page/handoff.ts';
import { readArticle } from '../../lib/page/read-article.ts';
import { showPlaces } from '../../lib/page/show-places.ts';

const NOW = Date.UTC(2026, 10, 20);
const signal = new AbortController().signal;
const filler = 'The protocol has validators, rollups and a testnet. '.repeat(12);

function page(body: string, head = ''): Document {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return document;
}
const answer = (more: Partial<Answer> = {}): Answer => ({
  show: true,
  identity: null,
  lookAlike: null,
  names: [{ projectId: 'lumora', phrase: 'Lumora', nameClass: 'U' }],
  muted: [],
  maxBadges: 25,
  ...more,
});
const read = (doc: Document, given: Answer | null = answer(), at = signal) =>
  readArticle({ document: doc, answer: given, words: contextReader(contextTable()), now: NOW, signal: at });

afterEach(() => page(''));

describe('readArticle', () => {
  it('reads claims over inline tags, in the article alone, with the project that the page names', async () => {
    const doc = page(
      `<nav><p>Lumora launched its mainnet in May 2020.</p></nav>
       <article><p>${filler}</p><p>The team of <a href="#"><b>Lumora</b></a> launched its
       <em>mainnet</em> in March 2025.</p><aside>Lumora launched its mainnet in May 2021.</aside></article>`,
    );
    const { reading } = await read(doc);
    expect(reading.claims.map((c) => [c.subject.id, c.predicate, c.time?.end])).toEqual([
      ['lumora', 'mainnet', '2025-03-31'],
    ]);
    expect(reading.projects).toEqual([{ projectId: 'lumora', count: 1 }]);
    expect(reading.cut).toBe(false);
  });

  it('reads sectors and the field where no project is known', async () => {
    const doc = page(
      '<p>Active crypto developers are down 30% from last year’s peak. Restaking and AI agents draw notice.</p>',
    );
    const { reading } = await read(doc, null);
    expect(reading.claims[0]).toMatchObject({ subject: { kind: 'field' }, number: { kind: 'share', value: -0.3 } });
    expect(reading.concepts.map((c) => c.sector)).toEqual(['restaking', 'ai-agents']);
  });

  it('leaves out what the reader muted', async () => {
    const doc = page(`<article><p>${filler}</p><p>Lumora launched its mainnet in March 2025.</p></article>`);
    const { reading } = await read(doc, answer({ muted: ['lumora'] }));
    expect(reading.claims).toEqual([]);
  });

  it('dates the article by what the page declares, and reads relative times by it', async () => {
    const doc = page(
      `<article><p>${filler}</p><p>Lumora launched its mainnet last month.</p></article>`,
      '<meta property="article:published_time" content="2025-04-10T00:00:00Z">',
    );
    const { reading } = await read(doc);
    expect(reading.date).toEqual({ at: Date.UTC(2025, 3, 10), from: 'meta' });
    expect(reading.claims[0]?.time).toEqual({ start: '2025-03-01', end: '2025-03-31' });
  });

  it('counts terms with places that stand in the page', async () => {
    const doc = page('<p>The price moved; developers shipped code.</p>');
    const { reading, runs } = await read(doc, null);
    const words = reading.terms.places.map((p) => runs[p.block]?.text.slice(p.start, p.end));
    expect(words).toEqual(['price', 'developers', 'code']);
  });

  it('ends early when the reader goes away, and reads an empty page', async () => {
    const gone = new AbortController();
    gone.abort();
    expect((await read(page(`<p>${filler}</p>`), answer(), gone.signal)).reading.claims).toEqual([]);
    expect((await read(page(''))).reading).toMatchObject({ blocks: 0, claims: [], concepts: [], date: null });
  });
});

describe('showPlaces', () => {
  it('adds one element and no other node, and takes it away', async () => {
    const doc = page('<p>The price moved; developers shipped code.</p>');
    const { reading, runs } = await read(doc, null);
    const before = doc.body.innerHTML;
    const hide = showPlaces(doc, runs, reading.terms.places);
    expect(doc.querySelectorAll('roadmark-lens')).toHaveLength(1);
    expect(doc.querySelector('roadmark-lens')?.getAttribute('aria-hidden')).toBe('true');
    expect(doc.body.innerHTML).toBe(before);
    showPlaces(doc, runs, reading.terms.places);
    expect(doc.querySelectorAll('roadmark-lens')).toHaveLength(1);
    hide();
    doc.querySelector('roadmark-lens')?.remove();
    expect(doc.body.innerHTML).toBe(before);
  });
});
