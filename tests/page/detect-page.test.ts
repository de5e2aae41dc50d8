import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unpackPrefilter } from '../../lib/domain/detect/prefilter.ts';
import { packPrefilter } from '../../lib/domain/detect/prefilter-build.ts';
import type { Project } from '../../lib/domain/registry/project.ts';
import { detectPage } from '../../lib/page/detect-page.ts';
import { type Answer, currentHandoff, takeOver } from '../../lib/page/handoff.ts';

const UNISWAP: Project = {
  id: 'uniswap',
  name: 'Uniswap',
  aliases: [],
  nameClass: 'U',
  domains: ['uniswap.org'],
  repos: [],
  orgs: [],
  sectors: [],
  slugs: {},
  sources: [],
};
const filter = unpackPrefilter(packPrefilter([UNISWAP]));
const ANSWER: Answer = {
  show: true,
  identity: null,
  lookAlike: null,
  names: [{ projectId: 'uniswap', phrase: 'Uniswap', nameClass: 'U' }],
  muted: [],
  maxBadges: 25,
};

const alive = { now: true };

function start(html: string, answer: Answer | undefined = ANSWER, at: Location = location) {
  document.body.innerHTML = html;
  alive.now = true;
  const handoff = takeOver();
  const lookup = vi.fn(async (_url: string, _keys: number[]) => answer);
  const inject = vi.fn(async () => {});
  detectPage({ filter, own: [], handoff, location: at, lookup, inject, isAlive: () => alive.now }, document);
  return { handoff, lookup, inject };
}
/** Longer than the wait for a quiet moment, a batch of changes and a late address, by a clock that goes only here. */
const settle = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  currentHandoff()?.abort();
  document.body.innerHTML = '';
});

describe('detectPage', () => {
  it('sends keys and no text, then asks for the overlay once', async () => {
    const { lookup, inject, handoff } = start('<p>Uniswap runs on mainnet with validators.</p>');
    await settle();
    expect(inject).toHaveBeenCalledOnce();
    const [, keys] = lookup.mock.calls[0] as [string, number[]];
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.every((key) => Number.isInteger(key))).toBe(true);
    expect(handoff.answer).toEqual(ANSWER);
  });

  it('sends nothing from a page with nothing', async () => {
    const { lookup, inject } = start('<p>A quiet page about gardens, with a pool.</p>');
    await settle();
    expect(lookup).not.toHaveBeenCalled();
    expect(inject).not.toHaveBeenCalled();
  });

  it.each([
    ['https://www.coingecko.com/en/coins/uniswap', '<h1>Uniswap</h1><p>Live chart</p>', true],
    ['https://www.coingecko.com/zh/coins/uniswap', '<p>图表</p>', true],
    ['https://coinmarketcap.com/currencies/uniswap/', '<div></div>', true],
    ['https://l2beat.com/scaling/projects/arbitrum', '<p>مخطط</p>', true],
    ['https://garden.example/en/coins/uniswap', '<h1>Uniswap</h1><p>Live chart</p>', false],
  ])('asks about a page of an aggregator whatever it says, and about no other: %s', async (url, html, isAsked) => {
    const { lookup } = start(html, ANSWER, new URL(url) as unknown as Location);
    await settle();
    expect(lookup.mock.calls.map(([address]) => address)).toEqual(isAsked ? [url] : []);
  });

  it('injects nothing where the answer is not to show', async () => {
    const { lookup, inject } = start('<p>Uniswap on mainnet</p>', { ...ANSWER, show: false });
    await settle();
    expect(lookup).toHaveBeenCalled();
    expect(inject).not.toHaveBeenCalled();
  });

  it('asks when added text brings the page over the gate', async () => {
    const { lookup, inject } = start('<p>Nothing yet.</p>');
    await settle();
    expect(lookup).not.toHaveBeenCalled();
    document.body.insertAdjacentHTML('beforeend', '<p>Uni<b>swap</b> on mainnet</p>');
    await settle();
    expect(inject).toHaveBeenCalledOnce();
  });

  it('keeps each name once, however many answers hold it', async () => {
    const { lookup, handoff } = start('<p>Uniswap on mainnet</p>');
    await settle();
    document.body.insertAdjacentHTML('beforeend', '<p>Look at Restaking and $UNI, $ABC</p>');
    await settle();
    expect(lookup.mock.calls.length).toBeGreaterThan(1);
    expect(handoff.answer?.names).toEqual(ANSWER.names);
  });

  it('stops when a newer injection takes the frame over', async () => {
    const first = start('<p>Nothing yet.</p>');
    await settle();
    const second = start('<p>Nothing yet.</p>');
    expect(first.handoff.signal.aborted).toBe(true);
    document.body.insertAdjacentHTML('beforeend', '<p>Uniswap on mainnet</p>');
    await settle();
    expect(second.inject).toHaveBeenCalledOnce();
    expect(first.lookup).not.toHaveBeenCalled();
  });

  it('ends when the extension is gone, and reads nothing more', async () => {
    const { handoff, lookup } = start('<p>Nothing yet.</p>');
    await settle();
    alive.now = false;
    document.body.insertAdjacentHTML('beforeend', '<p>Uniswap on mainnet with validators</p>');
    await settle();
    expect(handoff.signal.aborted).toBe(true);
    expect(lookup).not.toHaveBeenCalled();
  });

  it('reads anew at another address, told or seen by a change of content', async () => {
    const { lookup } = start('<p>Uniswap runs on mainnet with validators.</p>');
    await settle();
    expect(lookup).toHaveBeenCalledOnce();
    history.pushState(null, '', '?page=2');
    document.body.insertAdjacentHTML('beforeend', '<p>More.</p>');
    await settle();
    expect(lookup).toHaveBeenCalledTimes(2);
    expect(lookup.mock.calls[1]?.[0]).toContain('page=2');
  });
});
