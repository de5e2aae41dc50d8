import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createSnapshotUpdates, nextAskAt, storedUpdate, UPDATE_EVERY_MS } from '../../lib/app/snapshot-updates.ts';
import { encodeSnapshot } from '../../lib/domain/snapshot/encode.ts';
import { DAY_S } from '../../lib/domain/time.ts';
import { createStore } from '../../lib/io/db.ts';
import { type Asked, createKeptUpdate } from '../../lib/io/kept-update.ts';
import { createRequestLog } from '../../lib/io/request-log.ts';
import { createSnapshotStore } from '../../lib/io/snapshot.ts';
import { fail } from '../../lib/result.ts';
import { newKeyPair, signText } from '../../lib/tools/snapshot/sign.ts';
import { AS_OF, sampleCode, sampleProject, sampleSnapshot } from '../domain/snapshot/samples.ts';
import { turn } from '../turn.ts';
import { makeEnv, NOW } from './world.ts';

const ADDRESS = 'https://updates.example/snapshot.json';
const keys = await newKeyPair();
const others = await newKeyPair();
const SOURCE = { address: ADDRESS, publicKey: keys.publicKey };
const snapshotAt = (days: number) =>
  encodeSnapshot(sampleSnapshot([sampleProject('a', sampleCode({ asOf: (AS_OF + days * DAY_S) * 1000 }))]));
const BUNDLED = snapshotAt(0);
const NEWER = snapshotAt(7);

interface Shelf {
  text: string;
  signature: string;
  etag: string;
  /** Answers before anything else. */
  over?: (path: string) => Response | undefined | Promise<Response | undefined>;
}
const shelfOf = async (text: string, privateKey = keys.privateKey): Promise<Shelf> => ({
  text,
  signature: await signText(text, privateKey),
  etag: `"${text.length}-${text.slice(-40).length}"`,
});

/** A worker with its disk; `reborn` is the next worker on the same disk. */
function world(shelf: Shelf, more: { builtIn?: string[]; mayAsk?: boolean; bundled?: string } = {}) {
  const idb = new IDBFactory();
  let changes = 0;
  const env = makeEnv(
    async ({ pathname }, init) => {
      const first = await shelf.over?.(pathname);
      if (first) return first;
      if (pathname.endsWith('.sig')) return new Response(pathname.includes('delta') ? '' : shelf.signature);
      if (pathname.endsWith('.delta.json')) return new Response('', { status: 404 });
      if (new Headers(init.headers).get('if-none-match') === shelf.etag) return new Response(null, { status: 304 });
      return new Response(shelf.text, { headers: { etag: shelf.etag } });
    },
    { 'ext:/snapshot.json': more.bundled ?? BUNDLED },
  );
  const life = (bundled?: string, builtIn = more.builtIn ?? []) => {
    const store = createStore({ now: env.now, indexedDB: idb, IDBKeyRange, openMs: 200 });
    const outside = bundled ? { ...env, fetch: async () => new Response(bundled), now: env.now, wait: env.wait } : env;
    const snapshot = createSnapshotStore(outside, 'ext:/snapshot.json', storedUpdate(store, builtIn));
    const updates = createSnapshotUpdates({
      env,
      store,
      log: createRequestLog(store),
      snapshot,
      keys: builtIn,
      mayAsk: async () => more.mayAsk ?? true,
      onChanged: () => {
        changes += 1;
      },
    });
    return { store, snapshot, updates };
  };
  const paths = () => env.asked.map(({ url }) => new URL(url).pathname);
  return { env, life, paths, changes: () => changes };
}
const usedBy = async ({ snapshot }: ReturnType<ReturnType<typeof world>['life']>) => {
  const used = await snapshot.inUse();
  return used.ok ? `${used.value.from} ${(used.value.snapshot.asOf / 1000 - AS_OF) / DAY_S}` : used.failure.kind;
};

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

describe('round', () => {
  it('asks nothing without an address', async () => {
    const { env, life } = world(await shelfOf(NEWER));
    await life().updates.round();
    expect(env.asked).toEqual([]);
  });

  it('asks once a day, conditionally', async () => {
    const { env, life, paths } = world(await shelfOf(NEWER));
    const one = life();
    await one.updates.setSource(SOURCE);
    const first = env.asked.length;
    env.at += UPDATE_EVERY_MS - 1;
    await one.updates.round();
    expect(env.asked).toHaveLength(first);
    env.at += 1;
    await Promise.all([one.updates.round(), one.updates.round()]);
    expect(paths().slice(first)).toEqual(['/snapshot.json']);
    expect(await one.updates.status()).toMatchObject({ ok: true, value: { outcome: 'unchanged' } });
    expect(await usedBy(one)).toBe('update 7');
  });

  it.each([
    ['a wrong signature', async () => shelfOf(snapshotAt(14), others.privateKey), 'bad-signature'],
    [
      'a signed file of bad shape',
      async () => shelfOf(snapshotAt(14).replace('"id":["a"]', '"id":["<b>"]')),
      'bad-answer',
    ],
    [
      'a signed file for later versions',
      async () => shelfOf(snapshotAt(14).replace('"needs":1', '"needs":9')),
      'bad-answer',
    ],
    [
      'a host in trouble',
      async () => ({ ...(await shelfOf(NEWER)), over: () => new Response('', { status: 503 }) }),
      'server-error',
    ],
    ['an older file', async () => shelfOf(snapshotAt(3)), 'unchanged'],
  ])('stays with what is in use after %s', async (_, spoiled, outcome) => {
    const shelf = await shelfOf(NEWER);
    const { env, life, changes } = world(shelf);
    const one = life();
    await one.updates.setSource(SOURCE);
    Object.assign(shelf, { etag: '"other"' }, await spoiled());
    shelf.etag = '"other"';
    env.at += UPDATE_EVERY_MS;
    await one.updates.round();
    expect(await one.updates.status()).toMatchObject({ ok: true, value: { outcome } });
    expect(await usedBy(one)).toBe('update 7');
    expect(await usedBy(life())).toBe('update 7');
    expect(changes()).toBe(1);
  });

  it('takes up a question that a worker died over, three times a day at most', async () => {
    const shelf = await shelfOf(NEWER);
    const { env, life } = world(shelf);
    const dead = life();
    shelf.over = () => new Promise<Response>(() => undefined);
    void dead.updates.setSource(SOURCE);
    // As long as it takes: the request is out, its answer never comes.
    while (env.asked.length === 0) await turn();
    const second = life();
    await second.updates.round();
    expect(env.asked).toHaveLength(1);
    env.at += 5 * 60_000;
    delete shelf.over;
    await second.updates.round();
    expect(await usedBy(second)).toBe('update 7');
  });

  it('drops an update when the extension brings a newer snapshot', async () => {
    const { life } = world(await shelfOf(NEWER));
    await life().updates.setSource(SOURCE);
    expect(await usedBy(life(snapshotAt(21)))).toBe('bundled 21');
  });

  it('drops an update whose key this build trusts no longer', async () => {
    const { life } = world(await shelfOf(NEWER), { builtIn: [keys.publicKey] });
    const status = await life().updates.setSource({ address: ADDRESS, publicKey: null });
    expect(status).toMatchObject({ ok: true, value: { outcome: 'new', ownKey: null } });
    expect(await usedBy(life())).toBe('update 7');
    expect(await usedBy(life(undefined, [others.publicKey]))).toBe('bundled 0');
  });

  it('takes a file signed with the next key while both stand in the build', async () => {
    const builtIn = [others.publicKey, keys.publicKey];
    const { life } = world(await shelfOf(NEWER), { builtIn });
    const one = life();
    await one.updates.setSource({ address: ADDRESS, publicKey: null });
    expect(await usedBy(one)).toBe('update 7');
  });

  it('trusts no other key where the reader named one', async () => {
    const { life } = world(await shelfOf(NEWER, others.privateKey), { builtIn: [others.publicKey] });
    expect(await life().updates.setSource(SOURCE)).toMatchObject({ ok: true, value: { outcome: 'bad-signature' } });
  });
});

describe('nextAskAt', () => {
  const asked = (more: Partial<Asked>): Asked => ({
    startedAt: NOW,
    endedAt: NOW,
    tries: 1,
    outcome: null,
    detail: null,
    etag: null,
    ...more,
  });
  it.each([
    ['never asked', null, 0],
    ['asked', asked({}), NOW + UPDATE_EVERY_MS],
    ['interrupted', asked({ endedAt: null }), NOW + 5 * 60_000],
    ['interrupted for the third time', asked({ endedAt: null, tries: 3 }), NOW + UPDATE_EVERY_MS],
    ['asked by a clock that was ahead', asked({ startedAt: NOW + 1 }), 0],
  ])('of %s', (_, row, at) => {
    expect(nextAskAt(row, NOW)).toBe(at);
  });
});
