import { fireEvent, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { REASONS } from '../../lib/domain/claims/answer-types.ts';
import type { LensReading } from '../../lib/domain/claims/reading.ts';
import { PREDICATES } from '../../lib/domain/claims/types.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { catalogues } from '../../lib/i18n/pages/index.ts';
import { LANGUAGES } from '../../lib/i18n.ts';
import { fail, ok } from '../../lib/result.ts';
import { BASELINES, DATA_END, FACTS, mentionsIn, readText } from '../domain/claims/world.ts';

const TEXTS = [
  'Active crypto developers are down about 30% from last year’s peak.',
  'Lumora went live on mainnet in June 2023.',
  'Tessel mainnet is scheduled for Q2 2027.',
  'Restaking and intents move the price more than the code.',
];

/** What the mocked browser answers; each test sets its own. */
const world = vi.hoisted(() => ({
  reading: null as unknown,
  refuse: false,
  sent: [] as unknown[],
  called: [] as string[],
  updated: null as null | ((tabId: number, change: { status?: string }) => void),
  language: 'en',
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      sendMessage: async ({
        name,
        request,
      }: {
        name: string;
        request: { projectIds: string[]; sectors: string[] };
      }) => {
        world.called.push(name);
        if (name === 'settings.get') return ok({ language: world.language, theme: 'auto', offSites: [] });
        if (name === 'lens.read') return world.refuse ? fail('forbidden', 0) : ok(null);
        if (name !== 'lens.facts') return ok([]);
        return ok({
          reports: request.projectIds.flatMap((id) => FACTS.reports.get(id) ?? []),
          baselines: request.sectors.flatMap((s) => BASELINES.get(s) ?? []),
        });
      },
    },
    tabs: {
      query: async () => [{ id: 7 }],
      sendMessage: async (_tab: number, message: { tab: string }) => {
        world.sent.push(message);
        return message.tab === 'lens' ? world.reading : undefined;
      },
      onActivated: { addListener() {}, removeListener() {} },
      onUpdated: {
        addListener: (f: typeof world.updated) => {
          world.updated = f;
        },
        removeListener() {},
      },
    },
  },
}));

function reading(more: Partial<LensReading> = {}): LensReading {
  const mentions = TEXTS.flatMap((text, block) => mentionsIn(text).map((m) => ({ ...m, block })));
  return {
    ...readText(TEXTS, mentions),
    projects: [{ projectId: 'lumora', count: 1 }],
    date: null,
    blocks: TEXTS.length,
    cut: false,
    ...more,
  };
}

async function open(): Promise<HTMLElement> {
  document.body.innerHTML = '<div id="app"></div>';
  const { startPage } = await import('../../entrypoints/kit/page.tsx');
  const { SidePanelApp } = await import('../../entrypoints/sidepanel/SidePanelApp.tsx');
  await startPage(SidePanelApp, 'lens.title');
  const app = document.getElementById('app') as HTMLElement;
  await waitFor(() => expect(app.querySelector('.page-projects, .muted')).not.toBeNull());
  return app;
}

async function check(app: HTMLElement): Promise<void> {
  await waitFor(() => expect((app.querySelector('.button.primary') as HTMLButtonElement).disabled).toBe(false));
  fireEvent.click(app.querySelector('.button.primary') as Element);
  await waitFor(() => expect(app.querySelector('#claims, .notice')).not.toBeNull());
}

beforeEach(() => Object.assign(world, { reading: reading(), refuse: false, sent: [], called: [], language: 'en' }));

describe('SidePanelApp', () => {
  it('reads nothing of the page before it is asked to', async () => {
    await open();
    expect(world.called).not.toContain('lens.read');
    expect(world.sent).not.toContainEqual({ roadmark: 1, tab: 'lens' });
  });

  it('answers each claim with state, figures, n and date', async () => {
    const app = await open();
    await check(app);
    const states = [...app.querySelectorAll('[data-claim]')].map((e) => [
      (e as HTMLElement).dataset.claim,
      (e as HTMLElement).dataset.state,
    ]);
    expect(states).toEqual([
      ['developers', 'supported'],
      ['mainnet', 'contradicted'],
      ['mainnet', 'not-checkable'],
    ]);
    const first = app.querySelector('[data-claim]') as HTMLElement;
    expect(first.querySelector('[data-signal="sum-change"]')?.textContent).toBe('-31%');
    expect(first.textContent).toContain('n = 98');
    expect(first.textContent).toContain('15 Nov 2026');
  });

  it('shows the baseline of each sector that is named', async () => {
    const app = await open();
    await check(app);
    const sector = app.querySelector('[data-sector="restaking"]') as HTMLElement;
    expect(sector.querySelector('[data-signal="drawdown"]')?.getAttribute('value')).toBe('0.52');
    expect(sector.textContent).toContain('n = 6');
  });

  it('counts the words and frames them in the page on request', async () => {
    const app = await open();
    await check(app);
    expect(app.querySelector('[data-words="trading"] .words-total')?.getAttribute('value')).toBe('1');
    fireEvent.click(app.querySelector('input[type="checkbox"]') as Element);
    expect(world.sent).toContainEqual({ roadmark: 1, tab: 'lens-terms', on: true });
  });

  it('sets figures at the date of the article beside those of now', async () => {
    world.reading = reading({ date: { at: DATA_END - 30 * 7 * DAY_MS, from: 'meta' } });
    const app = await open();
    await check(app);
    const cells = [...app.querySelectorAll('[data-then="lumora"] [data-signal="active-developers"]')];
    expect(cells.map((c) => c.getAttribute('value'))).toEqual(['60', '40']);
  });

  it('drops the reading when the tab shows another page', async () => {
    const app = await open();
    await check(app);
    world.updated?.(7, { status: 'loading' });
    await waitFor(() => expect(app.querySelector('#claims')).toBeNull());
  });

  it('says so where the page may not be read, and where it went away', async () => {
    world.refuse = true;
    const app = await open();
    await check(app);
    expect(app.querySelector('.notice')?.textContent).toContain('may not read');
    Object.assign(world, { refuse: false, reading: null });
    fireEvent.click(app.querySelector('.button.primary') as Element);
    await waitFor(() => expect(app.querySelector('.notice .button')).not.toBeNull());
  });

  it.each(LANGUAGES)('has words for every reason, predicate and state in %s', (language) => {
    const all = catalogues[language] as Record<string, string>;
    const keys = [...REASONS.map((r) => `lens.reason.${r}`), ...PREDICATES.map((p) => `lens.predicate.${p}`)];
    expect(keys.filter((key) => !all[key])).toEqual([]);
  });

  it('stands right to left in Arabic', async () => {
    world.language = 'ar';
    const app = await open();
    await check(app);
    expect(document.documentElement.dir).toBe('rtl');
    expect(app.querySelector('[data-state="supported"]')?.textContent).toContain('مدعوم');
  });
});
