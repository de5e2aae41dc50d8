import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contextReader } from '../../lib/domain/detect/context-reader.ts';
import { contextTable } from '../../lib/domain/detect/context-words.ts';
import type { NameEntry } from '../../lib/domain/detect/types.ts';
import { ELEMENTS } from '../../lib/page/excluded.ts';
import type { Answer } from '../../lib/page/handoff.ts';
import { observe } from '../../lib/page/observe.ts';
import { inSlices } from '../../lib/page/slices.ts';
import type { PageFindings } from '../../lib/page/types.ts';
import { watchPage } from '../../lib/page/watch-page.ts';

const TOOLS = { words: contextReader(contextTable()), elements: ELEMENTS, observe, inSlices };

const NAMES: NameEntry[] = [
  { projectId: 'uniswap', phrase: 'Uniswap', nameClass: 'U', symbol: 'UNI', domains: ['uniswap.org'] },
  { projectId: 'lido', phrase: 'Lido Finance', nameClass: 'U' },
  { projectId: 'near', phrase: 'Near', nameClass: 'X', symbol: 'NEAR', domains: ['near.org'], antiNext: '(?:the|a)' },
];
const answer = (more: Partial<Answer> = {}): Answer => ({
  show: true,
  identity: null,
  lookAlike: null,
  names: NAMES,
  muted: [],
  maxBadges: 25,
  ...more,
});
const CONTEXT = '<p>Validators restake tokens on mainnet.</p>';
let end: AbortController;

/** Longer than a batch of changes and its reading, by a clock that goes only here. */
const settle = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
  end.abort();
  document.body.innerHTML = '';
});

/** The findings after the first reading. */
async function read(
  html: string,
  more: Partial<Answer> = {},
  density: 'first' | 'all' = 'first',
): Promise<PageFindings> {
  document.body.innerHTML = html;
  const { promise, resolve } = Promise.withResolvers<PageFindings>();
  watchPage({ tools: TOOLS, answer: answer(more), signal: end.signal, density, onFindings: resolve });
  await settle();
  return promise;
}
const texts = ({ mentions }: PageFindings) => mentions.map(({ text }) => text);

describe('watchPage', () => {
  it.each([
    ['the host of a link', '<p>Uniswap</p><a href="https://app.uniswap.org/x">here</a>', 'uniswap', 'app.uniswap.org'],
    ['a ticker beside the name', '<p>Uniswap (UNI) is open</p>', 'uniswap', 'UNI'],
  ])('quotes %s as a reason', async (_, html, projectId, what) => {
    const { mentions } = await read(html + CONTEXT);
    const { evidence } = mentions.find((one) => one.projectId === projectId) ?? {};
    expect(evidence?.map((one) => one.what)).toContain(what);
  });
  it.each([
    ['names over inline tags', '<p><b>Uni</b>swap and Lido <i>Finance</i></p>', ['Uniswap', 'Lido Finance']],
    ['the first mention of each', '<p>Uniswap</p><p>Uniswap</p>', ['Uniswap']],
    ['headings and lists', '<h2>Uniswap</h2><ul><li>Lido Finance</li></ul>', ['Uniswap', 'Lido Finance']],
    ['line breaks within a name', '<p>Lido\n   Finance</p>', ['Lido\n   Finance']],
  ])('finds %s', async (_, html, expected) => {
    expect(texts(await read(html + CONTEXT))).toEqual(expected);
  });

  it.each([
    ['blocks', '<div>Uni</div><div>swap</div><p>Lido</p><p>Finance</p>'],
    ['line breaks', '<p>Lido<br>Finance</p>'],
    [
      'code',
      '<p>Lido <code>x</code> Finance</p><code>Uniswap</code><pre>Uniswap</pre><kbd>Uniswap</kbd><samp>Uniswap</samp>',
    ],
    ['editable text', '<div contenteditable="true">Uniswap</div><textarea>Uniswap</textarea>'],
    ['scripts and styles', '<script type="text/plain">Uniswap</script><style>Uniswap</style>'],
    ['Roadmark itself', '<roadmark-overlay>Uniswap</roadmark-overlay>'],
  ])('finds nothing over or in %s', async (_, html) => {
    expect(texts(await read(html + CONTEXT))).toEqual([]);
  });

  it('shows nothing on a page that is not about crypto', async () => {
    expect(texts(await read('<p>A shop called Uniswap sells shoes.</p>'))).toEqual([]);
  });

  it('accepts an ambiguous name when the page links to the project', async () => {
    const html = '<p>Builders chose Near for this.</p>';
    expect(texts(await read(html + CONTEXT))).toEqual([]);
    expect(texts(await read(`${html}<a href="https://near.org/">x</a>${CONTEXT}`))).toEqual(['Near']);
  });

  it('leaves out what the reader muted and stops at the limit', async () => {
    expect(texts(await read(`<p>Uniswap, Lido Finance</p>${CONTEXT}`, { muted: ['uniswap'] }))).toEqual([
      'Lido Finance',
    ]);
    expect(texts(await read(`<p>Uniswap, Lido Finance</p>${CONTEXT}`, { maxBadges: 1 }))).toEqual(['Uniswap']);
  });

  it('gives each mention where all are wanted, and none twice when the page grows', async () => {
    const first = `<p>Uniswap, then Uniswap</p><p>Uniswap</p>${CONTEXT}`;
    expect(texts(await read(first, {}, 'all'))).toEqual(['Uniswap', 'Uniswap', 'Uniswap']);
    const seen: string[][] = [];
    watchPage({
      tools: TOOLS,
      answer: answer(),
      signal: end.signal,
      density: 'all',
      onFindings: (findings) => seen.push(texts(findings)),
    });
    await settle();
    expect(seen).toHaveLength(1);
    document.body.insertAdjacentHTML('beforeend', '<p>Lido Finance</p>');
    await settle();
    expect(seen.at(-1)).toEqual(['Uniswap', 'Uniswap', 'Uniswap', 'Lido Finance']);
  });

  it('follows added text and drops mentions whose text is gone', async () => {
    document.body.innerHTML = `<p id="a">Uniswap</p>${CONTEXT}`;
    const seen: { mentions: string[]; added: number; removed: number }[] = [];
    watchPage({
      tools: TOOLS,
      answer: answer(),
      signal: end.signal,
      onFindings: (findings, { added, removed }) =>
        seen.push({ mentions: texts(findings), added: added.length, removed: removed.length }),
    });
    await settle();
    expect(seen).toHaveLength(1);
    document.body.insertAdjacentHTML('beforeend', '<p>Lido Finance</p>');
    await settle();
    expect(seen.at(-1)).toEqual({ mentions: ['Uniswap', 'Lido Finance'], added: 1, removed: 0 });
    document.getElementById('a')?.remove();
    await settle();
    expect(seen.at(-1)).toEqual({ mentions: ['Lido Finance'], added: 0, removed: 1 });
  });

  it('takes a declared identity from the canonical link', async () => {
    document.head.innerHTML = '<link rel="canonical" href="https://uniswap.org/docs">';
    const { identity } = await read(CONTEXT);
    document.head.innerHTML = '';
    const matched = 'uniswap.org/docs';
    expect(identity).toEqual({ projectId: 'uniswap', rule: 'canonical', matched, guess: false });
  });

  it('takes it from JSON-LD, with the name that it gives', async () => {
    const data = { '@type': 'WebSite', name: 'Uniswap Docs', url: 'https://uniswap.org/' };
    const { identity } = await read(`<script type="application/ld+json">${JSON.stringify(data)}</script>${CONTEXT}`);
    const matched = 'Uniswap Docs: uniswap.org';
    expect(identity).toEqual({ projectId: 'uniswap', rule: 'json-ld', matched, guess: false });
  });

  it('ends with its signal', async () => {
    await read(`<p>Uniswap</p>${CONTEXT}`);
    end.abort();
    let calls = 0;
    watchPage({ tools: TOOLS, answer: answer(), signal: end.signal, onFindings: () => calls++ });
    document.body.insertAdjacentHTML('beforeend', '<p>Lido Finance</p>');
    await settle();
    expect(calls).toBe(0);
  });

  /** How many steps of a slice each reading of a page takes: the first, and those of the changes. */
  async function stepsOf(html: string, ...changes: (() => void)[]): Promise<number[]> {
    document.body.innerHTML = html;
    let steps = 0;
    const counted: typeof inSlices = (step, signal) =>
      inSlices(() => {
        steps++;
        return step();
      }, signal);
    watchPage({
      tools: { ...TOOLS, inSlices: counted },
      answer: answer(),
      signal: end.signal,
      density: 'first',
      onFindings: () => {},
    });
    await settle();
    const all = [steps];
    for (const change of changes) {
      steps = 0;
      change();
      await settle();
      all.push(steps);
    }
    return all;
  }

  it('looks at the clock between links and between judged blocks, of which a page may have thousands', async () => {
    const links = '<a href="https://example.org/">x</a> '.repeat(500);
    const [plain = 0] = await stepsOf(`${CONTEXT}<p>${links}</p>`);
    expect(plain).toBeGreaterThan(500);
    const named = '<p>Uniswap and Near the pool.</p>'.repeat(200);
    const [read = 0] = await stepsOf(CONTEXT + named);
    // Once to read, once to judge.
    expect(read).toBeGreaterThan(400);
  });

  it('looks at the clock among elements and code that hold nothing to read', async () => {
    const [empty = 0] = await stepsOf(`${CONTEXT}<p>${'<i></i>'.repeat(10_000)}</p>`);
    expect(empty).toBeGreaterThan(20);
    const [code = 0] = await stepsOf(`${CONTEXT}<pre>${'<b>x</b>'.repeat(5000)}</pre>`);
    expect(code).toBeGreaterThan(20);
  });

  it('judges again only what a change may have changed', async () => {
    const named = '<p>Uniswap and Near the pool.</p>'.repeat(200);
    const append = (text: string) => () =>
      document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
    const [first = 0, quiet = 0, more = 0] = await stepsOf(CONTEXT + named, append('12:03'), append('Uniswap again'));
    expect(first).toBeGreaterThan(400);
    expect(quiet).toBeLessThan(20);
    expect(more).toBeGreaterThan(200);
  });
});
