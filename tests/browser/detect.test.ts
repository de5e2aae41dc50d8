import { afterEach, describe, expect, it, vi } from 'vitest';
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
  { projectId: 'uniswap', phrase: 'Uniswap', nameClass: 'U' },
  { projectId: 'aave', phrase: 'Aave', nameClass: 'U' },
];
const answer: Answer = { show: true, identity: null, lookAlike: null, names: NAMES, muted: [], maxBadges: 25 };
const CONTEXT = '<p>Validators restake tokens on mainnet.</p>';
let end = new AbortController();

afterEach(() => {
  end.abort();
  end = new AbortController();
  document.body.replaceChildren();
});

function watch(html: string): { last(): PageFindings | undefined } {
  document.body.innerHTML = html;
  let last: PageFindings | undefined;
  watchPage({ tools: TOOLS, answer, signal: end.signal, onFindings: (findings) => (last = findings) });
  return { last: () => last };
}
const texts = (findings: PageFindings | undefined) => findings?.mentions.map(({ text }) => text);

describe('watchPage in a browser', () => {
  it('gives ranges that lie on the words', async () => {
    const page = watch(`<p style="width:300px">Before <b>Uni</b>swap after.</p>${CONTEXT}`);
    await vi.waitFor(() => expect(texts(page.last())).toEqual(['Uniswap']));
    const rect = page.last()?.mentions[0]?.range.getBoundingClientRect();
    expect(rect?.width).toBeGreaterThan(10);
    expect(rect?.height).toBeGreaterThan(5);
  });

  it('changes nothing of the page', async () => {
    const html = `<p>Uniswap and <i>Aave</i></p>${CONTEXT}`;
    document.body.innerHTML = html;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((batch) => records.push(...batch));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    let found: PageFindings | undefined;
    watchPage({ tools: TOOLS, answer, signal: end.signal, onFindings: (findings) => (found = findings) });
    await vi.waitFor(() => expect(found?.mentions.length).toBe(2));
    observer.disconnect();
    expect(records).toEqual([]);
    expect(document.body.innerHTML).toBe(html);
  });

  it('does not join names over spans that are laid out as blocks', async () => {
    const page = watch(
      `<p><span style="display:block">Uni</span><span style="display:block">swap</span> Aave</p>${CONTEXT}`,
    );
    await vi.waitFor(() => expect(texts(page.last())).toEqual(['Aave']));
  });

  it.each([
    ['flex', '<span>Uniswap</span><span>UNI</span>'],
    ['inline-flex', '<span>1.</span><a>Uniswap</a><span>UNI</span>'],
    ['grid', '<a><b>Uniswap</b></a><span>UNI</span>'],
    ['flex', '<span>v3</span><span style="display:contents"><a>Uniswap</a></span><i>Ethereum</i>'],
    ['block', '<span style="float:left">UNI</span><span>Uniswap</span>'],
  ])('finds a name that its neighbour in a %s box touches in the source alone: %s', async (display, items) => {
    const page = watch(`<div style="display:${display}">${items}</div>${CONTEXT}`);
    await vi.waitFor(() => expect(page.last()).toBeDefined());
    expect(texts(page.last())).toEqual(['Uniswap']);
  });

  it('takes a word in one line for one, however it is dressed', async () => {
    const page = watch(`<p>The <b>Uniswap</b>per and <i style="display:inline-block">Uni</i><b>swap</b></p>${CONTEXT}`);
    await vi.waitFor(() => expect(page.last()).toBeDefined());
    expect(page.last()?.mentions.map(({ range }) => range.startContainer.textContent)).toEqual(['Uni']);
  });

  it('asks for no style but where letters meet', async () => {
    const asked = vi.spyOn(window, 'getComputedStyle');
    const page = watch(
      `<p>The <b>Uniswap</b> of <i>old</i>, and <a>Aave</a>.</p><p><b>Note</b>: <i>x</i></p>${CONTEXT}`,
    );
    await vi.waitFor(() => expect(texts(page.last())).toEqual(['Uniswap', 'Aave']));
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it('follows infinite scroll and keeps the mentions that stand', async () => {
    const page = watch(`<p>Uniswap</p>${CONTEXT}`);
    await vi.waitFor(() => expect(texts(page.last())).toEqual(['Uniswap']));
    const key = page.last()?.mentions[0]?.key;
    for (let batch = 0; batch < 5; batch++) {
      const list = document.createElement('div');
      list.innerHTML = '<p>More text without a name.</p>'.repeat(200);
      document.body.append(list);
    }
    document.body.insertAdjacentHTML('beforeend', '<p>Aave</p>');
    await vi.waitFor(() => expect(texts(page.last())).toEqual(['Uniswap', 'Aave']));
    expect(page.last()?.mentions[0]?.key).toBe(key);
  });

  it('follows a page that replaces its content', async () => {
    const page = watch(`<main><p>Uniswap</p></main>${CONTEXT}`);
    await vi.waitFor(() => expect(texts(page.last())).toEqual(['Uniswap']));
    const main = document.querySelector('main') as HTMLElement;
    main.innerHTML = '<p>Now about Aave.</p>';
    await vi.waitFor(() => expect(texts(page.last())).toEqual(['Aave']));
  });

  it('reads a hostile page of 100,000 nodes without holding the thread', async () => {
    let longest = 0;
    let before = performance.now();
    let running = true;
    const beat = () => {
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
      if (running) setTimeout(beat, 0);
    };
    const page = watch(`${'<p>x <b>y</b> z</p>'.repeat(25_000)}<p>Uniswap</p>${CONTEXT}`);
    before = performance.now();
    beat();
    await vi.waitFor(() => expect(texts(page.last())).toEqual(['Uniswap']), { timeout: 20_000 });
    running = false;
    console.log(`100,000 nodes: the longest wait for a turn was ${longest.toFixed(0)} ms`);
  }, 30_000);
});
