import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../lib/domain/detect/collector.ts';
import { keyOfWord } from '../../lib/domain/detect/tokens.ts';
import { createPageView, createReader, scanTrees } from '../../lib/page/scan.ts';
import { FILTER } from '../domain/detect/setup.ts';

const NAMES = ['Uniswap', 'Aave', 'Lido', 'Ethereum', 'Solana', 'Chainlink', 'Monero', 'Filecoin', 'Zcash', 'Tezos'];
/** Longer than what is worth looking at before it is read. */
const SCRIPT = `<script>${'var a = 1; '.repeat(120)}`;

/** Ways in which a name stands in a page, and whether a reader sees it. */
const PLACES: { html: (name: string) => string; isSeen: boolean }[] = [
  { html: (name) => `<p>About ${name}, today.</p>`, isSeen: true },
  { html: (name) => `<li>${name}</li>`, isSeen: true },
  { html: (name) => `<p>“é” — 以太 ${name}</p>`, isSeen: true },
  { html: (name) => `<p>a <b>${name.slice(0, 1)}</b>${name.slice(1)} b</p>`, isSeen: true },
  { html: (name) => `<p>a <i>${name.slice(0, 2)}</i><b>${name.slice(2)}</b></p>`, isSeen: true },
  { html: (name) => `<p>${'long and longer '.repeat(700)}${name}</p>`, isSeen: true },
  { html: (name) => `<!-- ${name} --><p>quiet</p>`, isSeen: false },
  { html: (name) => `<code>${name}</code>`, isSeen: false },
  { html: (name) => `${SCRIPT} ${name}</script>`, isSeen: false },
  { html: (name) => `<script>${name}</script>`, isSeen: false },
];
const fragment = fc.nat({ max: PLACES.length - 1 });

async function found(roots: Node[]): Promise<string[]> {
  const collector = createCollector(FILTER, [], createPageView());
  await scanTrees(roots, collector, new AbortController().signal);
  return NAMES.filter((name) => collector.has(keyOfWord(name)));
}

describe('scanTrees', () => {
  it('finds each name that a reader sees, and no other, whatever stands between them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fragment, { maxLength: NAMES.length }), async (places) => {
        const parts = places.map((place, i) => PLACES[place]?.html(NAMES[i] as string));
        document.body.innerHTML = parts.join('');
        const seen = NAMES.filter((_, i) => PLACES[places[i] ?? -1]?.isSeen);
        expect(await found([document.body])).toEqual(seen);
        // The same parts, each as a thing that was added by itself, in another order.
        expect(await found([...document.body.childNodes].reverse())).toEqual(seen);
      }),
      { numRuns: 60 },
    );
  });

  it('reads what is below its roots alone, also where they stand far apart', async () => {
    document.body.innerHTML = '<p>Uniswap</p><p>Aave</p><p>Lido</p>';
    const [first, , last] = document.body.children;
    expect(await found([first as Node, last as Node])).toEqual(['Uniswap', 'Lido']);
    expect(await found([last?.firstChild as Node, first?.firstChild as Node])).toEqual(['Uniswap', 'Lido']);
  });

  it('finds a name of which a page has three batches before it', async () => {
    document.body.innerHTML = `${`<p>${'a quiet line of some words '.repeat(30)}</p>`.repeat(80)}<p>Uni<b>swap</b></p>`;
    expect(await found([document.body])).toEqual(['Uniswap']);
  });
});

describe('createReader', () => {
  const reader = () => createReader([document.body], createCollector(FILTER, [], createPageView()));
  const stepsOf = (step: () => boolean) => {
    let steps = 1;
    while (step()) steps++;
    return steps;
  };

  it('stops for the clock among texts without a letter, however many follow each other', () => {
    document.body.replaceChildren();
    for (let i = 0; i < 20_000; i++) document.body.append(document.createTextNode(''));
    expect(stepsOf(reader())).toBeGreaterThan(3);
  });

  it('stops for the clock after each long script', () => {
    document.body.innerHTML = `<p>a few words</p>${SCRIPT}</script>`.repeat(30);
    expect(stepsOf(reader())).toBeGreaterThan(30);
  });

  it('reads a huge text in pieces, and the rest of one that has become shorter', () => {
    document.body.innerHTML = `<p>${'x'.repeat(100_000)}</p>`;
    expect(stepsOf(reader())).toBeGreaterThan(10);
    const step = reader();
    for (let i = 0; i < 5; i++) step();
    (document.querySelector('p')?.firstChild as Text).data = 'short';
    expect(stepsOf(step)).toBeLessThan(4);
  });
});

describe('createPageView', () => {
  it('answers with nothing where a text is shorter now than it was', () => {
    document.body.innerHTML = '<p>Uniswap</p><p>Aave</p>';
    const [first, second] = [...document.querySelectorAll('p')].map((p) => p.firstChild as Text);
    const view = createPageView();
    expect(view.textBetween(first as Text, 2, second as Text, 4)).toBe('iswapAave');
    (first as Text).data = 'U';
    expect(view.textBetween(first as Text, 2, second as Text, 4)).toBe('');
    (first as Text).data = 'Uniswap';
    second?.remove();
    expect(view.textBetween(first as Text, 2, second as Text, 4)).not.toContain('Uniswap');
  });

  it('leaves no range at the page’s nodes', () => {
    document.body.innerHTML = '<p>Uniswap</p><p>Aave</p>';
    const ranges: Range[] = [];
    const create = document.createRange.bind(document);
    document.createRange = () => {
      const range = create();
      ranges.push(range);
      return range;
    };
    const view = createPageView();
    const [first, second] = [...document.querySelectorAll('p')].map((p) => p.firstChild as Text);
    for (let i = 0; i < 3; i++) view.textBetween(first as Text, 0, second as Text, 4);
    document.createRange = create;
    expect(ranges.map(({ startContainer, endContainer }) => [startContainer, endContainer])).toEqual([
      [document, document],
    ]);
  });
});
