import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createStore, type Store } from '../../lib/io/db.ts';
import { createSettings } from '../../lib/io/settings.ts';
import { fail } from '../../lib/result.ts';

/** Settings over a database that refuses to be written while `full`. */
function setUp() {
  const now = () => 0;
  const disk = createStore({ now, indexedDB: new IDBFactory(), IDBKeyRange });
  const state = { full: true };
  const store: Store = {
    run: (work) => (state.full ? Promise.resolve(fail('storage-full', 0)) : disk.run(work)),
    close: () => disk.close(),
  };
  return { state, settings: createSettings(store), reborn: () => createSettings(disk) };
}

describe('createSettings', () => {
  it('keeps a wish while nothing can be written, and writes it along with the next', async () => {
    const { state, settings, reborn } = setUp();
    expect(await settings.patch({ language: 'ar' })).toMatchObject({ failure: { kind: 'storage-full' } });
    expect(await settings.get()).toMatchObject({ language: 'ar' });
    state.full = false;
    await settings.patch({ theme: 'dark' });
    for (const one of [settings, reborn()]) expect(await one.get()).toMatchObject({ language: 'ar', theme: 'dark' });
  });

  it('switches a site on again that was switched off while nothing could be written', async () => {
    const { state, settings, reborn } = setUp();
    await settings.setSite('a.example', true);
    await settings.setSite('b.example', true);
    expect((await settings.get()).offSites).toEqual(['a.example', 'b.example']);
    state.full = false;
    await settings.setSite('a.example', false);
    for (const one of [settings, reborn()]) expect((await one.get()).offSites).toEqual(['b.example']);
  });

  it('switches a site on with one of its sub-domains: it was switched off with it', async () => {
    const { state, settings } = setUp();
    state.full = false;
    for (const host of ['a.example', 'news.b.example', 'b.example']) await settings.setSite(host, true);
    await settings.setSite('news.b.example', false);
    expect((await settings.get()).offSites).toEqual(['a.example']);
  });
});
