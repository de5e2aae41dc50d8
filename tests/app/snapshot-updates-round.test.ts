import { describe, expect, it } from 'vitest';
import { nextAskAt, UPDATE_EVERY_MS } from '../../lib/app/snapshot-updates.ts';
import type { Asked } from '../../lib/io/kept-update.ts';
import { turn } from '../turn.ts';
import { ADDRESS, keys, NEWER, others, SOURCE, shelfOf, snapshotAt, usedBy, world } from './snapshot-updates-kit.ts';
import { NOW } from './world.ts';

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
