import { describe, expect, it } from 'vitest';
import { createSnapshotUpdates, UPDATE_EVERY_MS } from '../../lib/app/snapshot-updates.ts';
import { createKeptUpdate } from '../../lib/io/kept-update.ts';
import { createRequestLog } from '../../lib/io/request-log.ts';
import { fail } from '../../lib/result.ts';
import { turn } from '../turn.ts';
import { ADDRESS, NEWER, SOURCE, shelfOf, usedBy, world } from './snapshot-updates-kit.ts';
import { NOW } from './world.ts';

describe('setSource', () => {
  it('asks at once, takes what is signed and newer, keeps it over the worker’s death, and writes the log', async () => {
    const { env, life, changes } = world(await shelfOf(NEWER));
    const first = life();
    const status = await first.updates.setSource(SOURCE);
    expect(status).toMatchObject({
      ok: true,
      value: { address: ADDRESS, outcome: 'new', inUse: { from: 'update' }, nextAt: NOW + UPDATE_EVERY_MS },
    });
    expect(await usedBy(first)).toBe('update 7');
    expect(changes()).toBe(1);
    const second = life();
    expect(await usedBy(second)).toBe('update 7');
    await second.updates.round();
    const asked = env.asked.length;
    const log = await createRequestLog(second.store).list(10);
    expect(log.ok && log.value.map(({ host, path, purpose }) => `${host}${path} ${purpose}`).reverse()).toEqual([
      'updates.example/snapshot.delta.json snapshot update',
      'updates.example/snapshot.json snapshot update',
      'updates.example/snapshot.json.sig snapshot update',
    ]);
    expect(asked).toBe(3);
  });

  it.each([
    ['a plain http address', { ...SOURCE, address: 'http://updates.example/snapshot.json' }, 'address'],
    ['a key that is none', { ...SOURCE, publicKey: 'AAAA' }, 'key'],
    ['no key where this build has none', { ...SOURCE, publicKey: null }, 'key'],
  ])('refuses %s, and asks nobody', async (_, source, subject) => {
    const { env, life } = world(await shelfOf(NEWER));
    expect(await life().updates.setSource(source)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-input', subject },
    });
    expect(env.asked).toEqual([]);
  });

  it('goes back to the bundled snapshot and forgets everything with the address', async () => {
    const { env, life, changes } = world(await shelfOf(NEWER));
    const one = life();
    await one.updates.setSource(SOURCE);
    const status = await one.updates.setSource(null);
    expect(status).toMatchObject({ ok: true, value: { address: null, outcome: null, nextAt: null } });
    expect(await usedBy(one)).toBe('bundled 0');
    expect(await usedBy(life())).toBe('bundled 0');
    expect(changes()).toBe(2);
    env.at += 3 * UPDATE_EVERY_MS;
    const before = env.asked.length;
    await one.updates.round();
    expect(env.asked).toHaveLength(before);
  });

  it('shows no update from before when the same address is given again and answers nothing', async () => {
    const shelf = await shelfOf(NEWER);
    const { life } = world(shelf);
    await life().updates.setSource(SOURCE);
    await life().updates.setSource(null);
    shelf.over = () => new Response('', { status: 503 });
    await life().updates.setSource(SOURCE);
    expect(await usedBy(life())).toBe('bundled 0');
  });

  it('takes nothing that comes back after another worker forgot the address', async () => {
    const shelf = await shelfOf(NEWER);
    const { env, life } = world(shelf);
    let answer = () => {};
    shelf.over = () =>
      new Promise<undefined>((resolve) => {
        answer = () => resolve(undefined);
      });
    const asking = life().updates.setSource(SOURCE);
    while (env.asked.length === 0) await turn();
    await life().updates.setSource(null);
    delete shelf.over;
    answer();
    await asking;
    expect(await usedBy(life())).toBe('bundled 0');
    expect(await life().updates.status()).toMatchObject({ ok: true, value: { address: null, askedAt: null } });
  });

  it('asks nobody where it can not be noted that it asked', async () => {
    const { env, life } = world(await shelfOf(NEWER));
    const { store, snapshot } = life();
    // The note comes after the source and the time of the last question were read.
    let calls = 0;
    let most = 2;
    const filling: typeof store = {
      ...store,
      run: async (work) => {
        calls += 1;
        return calls > most ? fail('storage-full', NOW) : store.run(work);
      },
    };
    await createKeptUpdate(store).setSource(SOURCE);
    const parts = { env, log: createRequestLog(store), snapshot, keys: [], store: filling };
    const updates = createSnapshotUpdates(parts);
    await updates.round();
    expect(env.asked).toEqual([]);
    most = Number.POSITIVE_INFINITY;
    await updates.round();
    expect(env.asked.length).toBeGreaterThan(0);
  });

  it('asks nobody where the browser does not allow the host', async () => {
    const { env, life } = world(await shelfOf(NEWER), { mayAsk: false });
    expect(await life().updates.setSource(SOURCE)).toMatchObject({ ok: true, value: { outcome: 'forbidden' } });
    expect(env.asked).toEqual([]);
  });
});
