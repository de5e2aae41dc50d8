/** Context menu, omnibox and keyboard, wired to a browser that is played: each event ends where the reader expects it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createServer } from '../../lib/app/serve.ts';
import { makeWorld, project } from './world.ts';

type Listener = (...args: never[]) => unknown;
const played = vi.hoisted(() => {
  const listeners = new Map<string, Listener>();
  const event = (name: string) => ({ addListener: (listener: Listener) => listeners.set(name, listener) });
  const state = {
    opened: [] as string[],
    menus: [] as { id?: string; title?: string }[],
    sent: [] as unknown[],
    tab: { id: 5, url: 'https://www.news.example/a', incognito: false },
    refuses: false,
  };
  return { listeners, event, state };
});

vi.mock('webextension-polyfill', () => {
  const { event, state } = played;
  const browser = {
    runtime: { id: 'me', getURL: (path: string) => `ext:/${path}` },
    tabs: {
      create: async ({ url }: { url: string }) => void state.opened.push(url),
      query: async () => [state.tab],
      sendMessage: async (_: number, message: unknown) => {
        state.sent.push(message);
        return true;
      },
    },
    scripting: {
      // Asked for its marks the page has one; a file has no answer.
      executeScript: async ({ func }: { func?: unknown }) => {
        if (state.refuses) throw new Error('Cannot access contents of the page');
        return [{ frameId: 0, ...(func ? { result: ['alpha'] } : {}) }];
      },
    },
    contextMenus: {
      onClicked: event('menu'),
      removeAll: async () => void state.menus.splice(0),
      create: (menu: { id: string; title: string }) => void state.menus.push(menu),
      update: async (id: string, menu: { title: string }) => {
        if (!state.menus.some((one) => one.id === id)) throw new Error('Cannot find menu item');
        state.menus[0] = { id, ...menu };
      },
    },
    omnibox: { onInputChanged: event('typed'), onInputEntered: event('entered') },
    commands: { onCommand: event('command') },
    action: { setBadgeText: async () => {} },
  };
  return { default: browser };
});

const { makeMenu, renameMenu, serveSurfaces } = await import('../../entrypoints/background/serve-surfaces.ts');

function setUp() {
  const world = makeWorld({ projects: [project('alpha'), project('beta', { symbol: 'BET' })] });
  const side = {
    inject: async () => {},
    openProject: async () => {},
    toolbar: async () => {},
    shownIn: async () => [],
    words: () => ({ language: 'en' as const, strings: {} }),
    sectorWords: () => ({ name: '', label: '' }),
    changed: () => {},
  };
  serveSurfaces(world.services, createServer(world.services, side));
  const fire = (name: string, ...args: unknown[]) =>
    (played.listeners.get(name) as (...all: unknown[]) => unknown)(...args);
  return { world, fire };
}
const { state } = played;
beforeEach(() => {
  state.opened.length = 0;
  state.menus.length = 0;
  state.sent.length = 0;
  state.refuses = false;
  state.tab.incognito = false;
});

describe('serveSurfaces', () => {
  it('opens the project that the selected words name, and the search where none fits', async () => {
    const { fire } = setUp();
    fire('menu', { menuItemId: 'roadmark-look-up', selectionText: ' Alpha ' });
    await vi.waitFor(() => expect(state.opened).toEqual(['ext://project.html?id=alpha']));
    fire('menu', { menuItemId: 'roadmark-look-up', selectionText: 'onion soup' });
    await vi.waitFor(() => expect(state.opened[1]).toBe('ext://watchlist.html?find=onion%20soup'));
    fire('menu', { menuItemId: 'another', selectionText: 'Alpha' });
    expect(state.opened).toHaveLength(2);
  });

  it('opens what was looked up in a private window as a page of which nothing is kept', async () => {
    const { fire } = setUp();
    fire('menu', { menuItemId: 'roadmark-look-up', selectionText: 'alpha' }, { incognito: true });
    await vi.waitFor(() => expect(state.opened).toHaveLength(1));
    expect(state.opened[0]).toBe('ext://project.html?id=alpha&private=1');
    state.tab.incognito = true;
    fire('entered', 'beta');
    await vi.waitFor(() => expect(state.opened[1]).toBe('ext://project.html?id=beta&private=1'));
  });

  it('suggests projects under the omnibox and opens what is chosen or typed', async () => {
    const { fire } = setUp();
    const suggest = vi.fn();
    fire('typed', 'bet', suggest);
    await vi.waitFor(() =>
      expect(suggest).toHaveBeenCalledWith([{ content: 'beta', description: 'Beta (BET, defi)' }]),
    );
    fire('entered', 'beta');
    await vi.waitFor(() => expect(state.opened).toEqual(['ext://project.html?id=beta']));
    fire('entered', 'BET');
    await vi.waitFor(() => expect(state.opened).toHaveLength(2));
    expect(state.opened[1]).toBe('ext://project.html?id=beta');
  });

  it('asks no host for any of that', async () => {
    const { world, fire } = setUp();
    fire('typed', 'alpha', () => {});
    fire('entered', 'alpha');
    await vi.waitFor(() => expect(state.opened).toHaveLength(1));
    expect(world.env.asked).toEqual([]);
  });

  it('switches the site in front off and on by the keyboard', async () => {
    const { world, fire } = setUp();
    const off = async () => (await world.services.settings.get()).offSites;
    fire('command', 'toggle-site');
    await vi.waitFor(async () => expect(await off()).toEqual(['www.news.example']));
    fire('command', 'toggle-site');
    await vi.waitFor(async () => expect(await off()).toEqual([]));
  });

  it('writes down nothing of a site in a private window', async () => {
    const { world, fire } = setUp();
    state.tab.incognito = true;
    await fire('command', 'toggle-site');
    await vi.waitFor(async () => expect((await world.services.settings.get()).offSites).toEqual([]));
    const rows = await world.store.run((db) => db.settings.count());
    expect(rows).toEqual({ ok: true, value: 0 });
  });

  it.each(['next-badge', 'open-card'])(
    'sends %s to the page in front, and bears a page that may not be read',
    async (command) => {
      const { fire } = setUp();
      fire('command', command);
      await vi.waitFor(() => expect(state.sent).toEqual([{ roadmark: 1, tab: command }]));
      state.refuses = true;
      await fire('command', command);
      expect(state.sent).toHaveLength(1);
    },
  );
});

describe('makeMenu and renameMenu', () => {
  it('make one menu in the language of the settings, and follow it', async () => {
    const { world } = setUp();
    // Nothing to rename before the first: no failure.
    await renameMenu(world.services);
    await world.services.settings.patch({ language: 'en' });
    await makeMenu(world.services);
    await makeMenu(world.services);
    expect(state.menus).toHaveLength(1);
    const english = state.menus[0]?.title;
    await world.services.settings.patch({ language: 'ar' });
    await renameMenu(world.services);
    expect(state.menus[0]?.title).toMatch(/[\u0600-\u06ff]/);
    expect(state.menus[0]?.title).not.toBe(english);
    expect(english).toContain('%s');
  });
});
