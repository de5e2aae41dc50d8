import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BATCH_MS, observe, whenSeen } from '../../lib/page/observe.ts';

let end = new AbortController();
let hidden = false;
Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });

function show(): void {
  hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
}
function watch() {
  const batches: Node[][] = [];
  observe(document, (roots) => batches.push(roots), end.signal);
  return batches;
}
const add = (parent: Node = document.body) => parent.appendChild(document.createElement('p'));
/** Until a batch that began just now has surely been told, by a clock that goes only here. */
const settle = () => vi.advanceTimersByTimeAsync(2 * BATCH_MS);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  end.abort();
  end = new AbortController();
  hidden = false;
  document.body.replaceChildren();
});

describe('observe', () => {
  it('tells a burst in one batch, without what lies within another root', async () => {
    const batches = watch();
    const outer = add();
    add(outer);
    const text = document.body.appendChild(document.createTextNode('one'));
    text.data = 'two';
    await settle();
    expect(batches).toHaveLength(1);
    expect(batches[0]).toEqual([outer, text]);
  });

  it('gives one root for a flood, however many nodes it adds', async () => {
    const batches = watch();
    for (let i = 0; i < 5000; i++) add();
    await settle();
    expect(batches).toHaveLength(1);
    expect(batches[0]).toEqual([document]);
    await settle();
    expect(batches).toHaveLength(1);
  });

  it('hears nothing of its own overlay, and of a body that is replaced', async () => {
    const batches = watch();
    document.documentElement.append(document.createElement('roadmark-overlay'));
    await settle();
    expect(batches).toEqual([]);
    document.querySelector('roadmark-overlay')?.remove();
    const body = document.createElement('body');
    document.body.replaceWith(body);
    await settle();
    expect(batches.flat()).toContain(body);
  });

  it('waits while the tab is hidden, and tells all once when it is seen', async () => {
    const batches = watch();
    hidden = true;
    const first = add();
    await settle();
    const second = add();
    await settle();
    expect(batches).toEqual([]);
    show();
    expect(batches).toEqual([[first, second]]);
    await settle();
    expect(batches).toHaveLength(1);
  });

  it('is silent after its signal, also when the tab is seen again', async () => {
    const batches = watch();
    hidden = true;
    add();
    await settle();
    end.abort();
    show();
    add();
    await settle();
    expect(batches).toEqual([]);
  });
});

describe('whenSeen', () => {
  it('resolves at once for a tab in front, and for a hidden one when it comes there', async () => {
    await whenSeen(document, end.signal);
    hidden = true;
    const seen = vi.fn();
    void whenSeen(document, end.signal).then(seen);
    await settle();
    expect(seen).not.toHaveBeenCalled();
    show();
    await settle();
    expect(seen).toHaveBeenCalledOnce();
  });
});
