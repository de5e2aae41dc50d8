/** When things go wrong, in a real browser: older figures stay with their age, the trouble has words, nothing breaks. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, card, hover, until, wait } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, outside, type Stage, setStage } from './kit.ts';
import type { FaultKind } from './world/faults.ts';
import { https, PAGES } from './world/pages.ts';

interface Report {
  progress: string;
  failures: { kind: string; retryAt?: number }[];
  code: { verdict: string; source: string };
}
/** The page takes the host away every 20 ms for two seconds; pauses of 30, 60 … 1,000 ms let it come back 6 times, 8 by a slow timer. */
const REPAIRS_IN_TWO_SECONDS = 8;
const GITHUB = /^api\.github\.com/;

describe.each(BROWSERS)('trouble in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => {
    stage.world.clear();
    await stage.tidy();
  });
  afterAll(() => stage?.close());

  /** The report once the read has failed. Firefox may put its background to sleep meanwhile; the next question wakes it. */
  const failed = async (projectId: string) => {
    const ended = stage.ask<Report>('report.live', { projectId, reason: 'manual' });
    // Whoever is still waiting when the test is over has nobody to tell.
    ended.catch(() => {});
    return until(
      'failures',
      async () => {
        const report = await Promise.race([
          ended,
          wait(200).then(() => stage.ask<Report>('report.known', { projectId })),
        ]);
        return report.failures.length > 0 && report;
      },
      30_000,
    );
  };

  const saysSo = async (fault: FaultKind, projectId: string, kinds: string[]) => {
    stage.world.fault(GITHUB, fault);
    const page = await stage.driver.open(https(PAGES.plain));
    const report = await failed(projectId);
    for (const failure of report.failures) expect(kinds).toContain(failure.kind);
    await page.close();
  };
  it.each<[FaultKind, string, string[]]>([
    ['server-error', 'aave', ['server-error']],
    ['not-found', 'chainlink', ['not-found']],
    ['truncated', 'starknet', ['bad-answer', 'offline', 'timeout']],
    ['not-json', 'optimism', ['bad-answer']],
    ['reset', 'scroll', ['offline']],
    ['no-content', 'decred', ['empty', 'bad-answer']],
    ['wrong-shape', 'compound', ['bad-answer']],
    ['markup', 'curve', ['bad-answer']],
    ['huge', 'osmosis', ['too-large', 'bad-answer']],
  ])('%s: the report of %s says so', saysSo);

  it('offline: the card shows the snapshot’s figures with their age, and words for the trouble', async () => {
    const { driver, world } = stage;
    world.fault(GITHUB, 'reset');
    const page = await driver.open(https(PAGES.lido));
    const seen = await hover(driver, page, 'lido');
    expect(seen.name).toBe('Lido');
    await wait(3000);
    const after = await card(driver, page);
    expect(after?.figures['active-developers']).toMatch(/^\d+$/);
    await stage.shot(page, 'offline');
  });

  it('the worker is killed in mid-fetch: the next hover finds its way', async () => {
    const { driver, world } = stage;
    world.fault(/stats\/contributors/, 'hang');
    const page = await driver.open(https(PAGES.lido));
    await hover(driver, page, 'symbiotic');
    await until('a request', async () => outside(world).length > 0, 8000).catch(() => {});
    await driver.killBackground();
    world.clear();
    await page.mouse.move(2, 2);
    await until('the card to close', async () => !(await card(driver, page)), 5000);
    const again = await hover(driver, page, 'symbiotic');
    expect(again.name).toBe('Symbiotic');
    await until('figures', async () => Boolean((await card(driver, page))?.figures['active-developers']), 30_000);
  });

  it('the database is deleted under the worker: the card still answers', async () => {
    const { driver } = stage;
    const own = await driver.open(driver.address('options.html'));
    await own.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) {
        if (name)
          await new Promise((resolve) => {
            const r = indexedDB.deleteDatabase(name);
            r.onsuccess = r.onerror = r.onblocked = resolve;
          });
      }
    });
    const page = await driver.open(https(PAGES.lido));
    const seen = await hover(driver, page, 'bnb-chain');
    expect(seen.name).toBe('BNB Chain');
    await until('a figure', async () => Boolean((await card(driver, page))?.figures['code-verdict']), 20_000);
  });

  it.each([
    ['a strict policy', PAGES.strict],
    ['Trusted Types', PAGES.trusted],
    ['a fake overlay of its own', PAGES.fake],
    ['100,000 nodes', PAGES.large],
  ])('the page has %s: badges and card work', async (_, address) => {
    const { driver } = stage;
    const page = await driver.open(https(address));
    await badgeOf(driver, page, 'lido');
    expect(await page.evaluate(() => document.querySelectorAll('roadmark-overlay').length)).toBe(1);
    expect((await hover(driver, page, 'lido')).name).toBe('Lido');
  });

  it('a hostile page that removes and hides our host stays usable', async () => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.hostile));
    const hosts = () => page.evaluate(() => document.querySelectorAll('roadmark-overlay').length);
    await until('the end of the flood', () => page.evaluate(() => 'floodEnded' in window));
    // Each repair waits longer than the one before: two scripts that fight over an element would take the page's time.
    const taken = await page.evaluate(() => Number((window as unknown as { taken?: number }).taken));
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(REPAIRS_IN_TWO_SECONDS);
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Liquid staking');
    // Peace: the marks are back, in one host, and answer.
    await badgeOf(driver, page, 'lido');
    expect(await hosts()).toBe(1);
    expect((await hover(driver, page, 'lido')).name).toBe('Lido');
  });

  // Last: a limit holds for everything that is asked after it.
  it.each<[FaultKind, string, string[]]>([
    ['forbidden', 'balancer', ['forbidden', 'rate-limited']],
    ['limit-bare', 'arbitrum', ['rate-limited']],
    ['too-many', 'uniswap', ['rate-limited']],
    ['limit-with-headers', 'ethereum', ['rate-limited']],
  ])('%s: the report of %s says so', saysSo);
});
