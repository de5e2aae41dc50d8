/** A roadmap that moves: in a repository, on card and project page, in three languages; and on the project's own page between two visits. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../lib/domain/time.ts';
import { card, hover, until, wait } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, outside, type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';
import type { RoadmapVersion } from './world/roadmaps.ts';

/** The quarter that lies so many quarters after today's: "Q3 2026". */
function quarter(after: number): string {
  const now = new Date();
  const index = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3) + after;
  return `Q${(index % 4) + 1} ${Math.floor(index / 4)}`;
}
const plan = (when: Record<string, string>, rest: string) =>
  `# Roadmap\n\n${Object.entries(when)
    .map(([item, at]) => `## ${at}\n\n- [ ] ${item}\n`)
    .join('\n')}\n${rest}`;
const DONE = `## ${quarter(-6)}\n\n- [x] Public test network\n- [x] Wallet for phones\n- [x] Seed round\n- [ ] Block explorer for everybody\n`;
/** A year ago, half a year ago, now: three dates move later, one promise is taken out. */
const VERSIONS: RoadmapVersion[] = [
  {
    daysAgo: 20,
    text: plan(
      {
        'Main network launch': quarter(2),
        'Security audit by two firms': quarter(1),
        'Bridge to other chains': quarter(3),
      },
      DONE,
    ),
  },
  {
    daysAgo: 180,
    text: plan(
      {
        'Main network launch': quarter(1),
        'Security audit by two firms': quarter(0),
        'Bridge to other chains': quarter(1),
        'Grants for builders': quarter(1),
      },
      DONE,
    ),
  },
  {
    daysAgo: 400,
    text: plan(
      {
        'Main network launch': quarter(0),
        'Security audit by two firms': quarter(-1),
        'Bridge to other chains': quarter(1),
        'Grants for builders': quarter(1),
      },
      DONE,
    ),
  },
];

const page = (items: Record<string, string>) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Zorblatta</title></head><body style="font:18px/1.6 sans-serif;max-width:40rem;margin:3rem auto">
  <header><nav><a href="/">Home</a></nav></header><main><h1>Roadmap</h1><div id="app"></div></main>
  <template>${Object.entries(items)
    .map(([title, when]) => `<details><summary>${when}</summary><ul><li>${title}</li></ul></details>`)
    .join('')}</template>
  <script>setTimeout(() => document.getElementById('app').append(document.querySelector('template').content), 600)</script></body></html>`;
const SITE = 'zorblatta.example';
const ZORBLATTA = {
  ...{ id: '', name: 'Zorblatta', aliases: [], symbol: null, domains: [SITE], repos: [], orgs: [], sectors: [] },
  updatedAt: 0,
};

interface Report {
  roadmap: {
    source: string;
    verdict: string;
    items: { title: string; date: { end: string | null } }[];
    moves: { kind: string; title: string; days: number | null; url?: string }[];
  };
}
const figures = (at: Page) =>
  at.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLDataElement>('data[data-signal]')].map((d) => [d.dataset.signal, d.value]),
    ),
  ) as Promise<Record<string, string>>;

describe.each(BROWSERS)('a moving roadmap in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind, undefined, [`https://${SITE}/*`]);
    stage.world.github.roadmaps.set('lidofinance/core', { path: 'ROADMAP.md', versions: VERSIONS });
  });
  afterEach(() => stage.tidy());
  afterAll(() => stage?.close());

  it('shows on the project page which promise moved, from when to when, with its commit', async () => {
    const { driver, world } = stage;
    world.clear();
    const own = await driver.open(driver.address('project.html?id=lido'));
    await until('the ledger', () => own.evaluate(() => document.querySelectorAll('.moves li').length > 3), 60_000);
    const seen = await figures(own);
    expect(seen['roadmap-verdict']).toBeTruthy();
    expect(Number(seen['moved-items'])).toBe(3);
    expect(Number(seen['median-days-moved'])).toBeGreaterThan(80);
    const ledger = await own.evaluate(() => document.querySelector('.ledger')?.textContent ?? '');
    for (const title of ['Main network launch', 'Security audit by two firms', 'Grants for builders'])
      expect(ledger).toContain(title);
    const links = await own.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('.ledger a')].map((a) => a.href),
    );
    expect(links.some((href) => /^https:\/\/github\.com\/lidofinance\/core\/commit\/[0-9a-f]{40}$/.test(href))).toBe(
      true,
    );
    expect(world.github.complaints).toEqual([]);
    expect(outside(world).every((address) => address.startsWith('api.github.com/'))).toBe(true);
  });

  it.each(['en', 'ar', 'zh_CN'])(
    'tells it on card and page in %s, with every criterion as a figure',
    async (language) => {
      const { driver, ask } = stage;
      await ask('settings.patch', { language });
      const article = await driver.open(https(PAGES.lido));
      await hover(driver, article, 'lido');
      const known = await until('the moved dates', async () => {
        const now = await card(driver, article);
        return now?.figures['moved-items'] === '3' && now;
      });
      expect(known.dir).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect(known.figures['roadmap-verdict']).toBeTruthy();
      await driver.inOverlay(
        article,
        (root) => root.querySelector('[role="dialog"] .rm-track')?.scrollIntoView({ block: 'start' }),
        null,
      );
      await stage.shot(article, `roadmap-card-${language}`);
      const own = await driver.open(driver.address('project.html?id=lido'));
      await until('the ledger', () => own.evaluate(() => document.querySelectorAll('.moves li').length > 3), 60_000);
      const seen = await figures(own);
      for (const id of [
        'published',
        'dated-share',
        'specificity',
        'stage-coverage',
        'freshness',
        'horizon',
        'delivered-share',
      ])
        expect([id, seen[id] !== undefined]).toEqual([id, true]);
      await own.setViewport({ width: 1100, height: 900 });
      await own.evaluate(() => document.querySelector('#roadmap-title')?.scrollIntoView());
      await wait(300);
      await stage.shot(own, `roadmap-page-${language}`);
      await own.evaluate(() => document.querySelector('#ledger-title')?.scrollIntoView());
      await wait(300);
      await stage.shot(own, `roadmap-ledger-${language}`);
      await ask('settings.patch', { language: 'auto' });
    },
  );

  it('keeps the project’s own page and tells at the next visit what moved, without a request', async () => {
    const { driver, world, ask } = stage;
    const { id } = await ask<{ id: string }>('own.save', { project: ZORBLATTA });
    const report = () => ask<Report>('report.known', { projectId: id });
    world.page(
      `${SITE}/roadmap`,
      page({ 'Main network': 'Q1 2030', Wallet: 'Q2 2030', Bridge: 'Q3 2030', Grants: 'Q4 2030' }),
    );
    world.clear();
    const first = await driver.open(https(`${SITE}/roadmap`));
    await until('the first visit', async () => (await report()).roadmap.source === 'page');
    expect((await report()).roadmap.items.map((i) => [i.title, i.date.end])).toEqual([
      ['Main network', '2030-03-31'],
      ['Wallet', '2030-06-30'],
      ['Bridge', '2030-09-30'],
      ['Grants', '2030-12-31'],
    ]);
    await first.close();
    // The visit as it would stand had it been made a hundred days ago.
    const kept = JSON.stringify(await ask<unknown>('data.read', null));
    const today = new Date().toISOString().slice(0, 10);
    const then = new Date(Date.now() - 100 * DAY_MS).toISOString().slice(0, 10);
    const text = kept.replaceAll(new RegExp(`("day":\\s?")${today}`, 'g'), `$1${then}`);
    await ask('data.import', { data: JSON.parse(text) });
    world.page(
      `${SITE}/roadmap`,
      page({ 'Main network': 'Q4 2030', Wallet: 'Q2 2030', Bridge: 'Q3 2030', Passkeys: 'Q1 2031' }),
    );
    const second = await driver.open(https(`${SITE}/roadmap`));
    const moves = await until('the moves', async () => {
      const { moves } = (await report()).roadmap;
      return moves.length > 0 && moves;
    });
    expect(Object.fromEntries(moves.map((m) => [m.title, m.kind]))).toEqual({
      'Main network': 'moved-later',
      Grants: 'removed',
      Passkeys: 'added',
    });
    expect(moves.every((m) => m.url === https(`${SITE}/roadmap`))).toBe(true);
    await wait(500);
    expect(outside(world)).toEqual([]);
    expect(await second.evaluate(() => document.querySelectorAll('details[open]').length)).toBe(0);
    await stage.shot(second, 'roadmap-own-site');
  });
});
