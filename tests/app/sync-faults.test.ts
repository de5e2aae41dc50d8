/** The account’s storage at its worst: quotas, foreign keys, torn transport, deaths. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../lib/domain/time.ts';
import { type RawSyncArea, syncFailure } from '../../lib/io/sync-area.ts';
import { FakeAccount } from './fake-account.ts';
import { mortal } from './mortal.ts';
import { drop, keep, listOf, type Profile, pair, profile, settle } from './sync-kit.ts';
import { makeWorld } from './world.ts';

describe('createSync over a poor line', () => {
  it('does nothing while it is off, and takes all of ours out of the account when asked', async () => {
    const { account, a, b } = await pair();
    await keep(a, 'alpha');
    await settle(a, b);
    account.server.set('someone-else', 1);
    a.machine.pull();
    await b.services.sync.set(false);
    const { writes } = b.machine;
    await keep(b, 'beta');
    await b.services.sync.run();
    expect(b.machine.writes).toBe(writes);
    expect(await b.services.sync.status()).toMatchObject({ value: { on: false } });
    expect(await a.services.sync.forget()).toMatchObject({ value: { on: false, failure: null } });
    a.machine.push();
    expect([...account.server.keys()]).toEqual(['someone-else']);
    expect(await listOf(a)).toEqual({ alpha: [] });
  });

  it('writes nothing where nothing differs, and never more than twice in ten seconds', async () => {
    const { a, b } = await pair();
    await keep(a, 'alpha');
    await settle(a, b);
    const { writes } = a.machine;
    for (let i = 0; i < 10; i++) await a.services.sync.run();
    expect(a.machine.writes).toBe(writes);
    const start = a.world.env.at;
    for (let i = 0; i < 200; i++) {
      await a.services.watchlist.set(`p-${i}`, true);
      expect(await a.services.sync.run()).toMatchObject({ value: { failure: null } });
    }
    expect((a.machine.writes - writes) / ((a.world.env.at - start) / 10_000)).toBeLessThanOrEqual(2);
  });

  it('says that the room is used up and loses nothing here: 3,000 projects', async () => {
    const { a, b } = await pair();
    await keep(a, 'first');
    await settle(a, b);
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      ...{ projectId: `project-number-${i}`, addedAt: i, updatedAt: i, tags: ['core', 'to read'] },
      ...{ notes: '', archived: false, notify: true },
    }));
    await a.world.store.run((db) => db.watchlist.bulkPut(rows));
    const run = await a.services.sync.run();
    expect(run).toMatchObject({ value: { failure: { kind: 'too-large', detail: /^\d+ of 3001 rows fit$/ } } });
    expect(Object.keys(await listOf(a))).toHaveLength(3001);
    await settle(b);
    expect(await listOf(b)).toEqual({ first: [] });
  });

  it('carries names and tags that count for more than they look', async () => {
    const { a, b } = await pair();
    const tags = Array.from({ length: 30 }, (_, i) => `${'<"\\'.repeat(12)}${i}`);
    for (let i = 0; i < 6; i++) await keep(a, `p-${i}`, tags);
    await settle(a, b);
    expect(await a.services.sync.status()).toMatchObject({ value: { failure: null } });
    expect(await listOf(b)).toEqual(await listOf(a));
    // Tags that alone fill an item stay here, and are not taken away by the row that knows none.
    const heavy = Array.from({ length: 30 }, (_, i) => `${'\u0001'.repeat(38)}${i}`);
    await keep(a, 'heavy', heavy);
    await settle(a, b);
    expect((await listOf(a)).heavy).toEqual([...heavy].sort());
    expect((await listOf(b)).heavy).toEqual([]);
    expect(await a.services.sync.status()).toMatchObject({ value: { failure: null } });
  });

  it.each([
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'rate-limited'],
    ['QUOTA_BYTES quota exceeded', 'storage-full'],
    ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'storage-full'],
    ['Please set webextensions.storage.sync.enabled to true in about:config', 'storage-blocked'],
  ])('keeps "%s" as %s for the reader to see, and recovers', async (words, kind) => {
    const { a, b } = await pair();
    a.machine.broken = words;
    await keep(a, 'alpha');
    expect(await a.services.sync.run()).toMatchObject({ value: { on: true, failure: { kind } } });
    expect(await listOf(a)).toEqual({ alpha: [] });
    a.machine.broken = null;
    await settle(a, b);
    expect(await a.services.sync.status()).toMatchObject({ value: { failure: null } });
    expect(await listOf(b)).toEqual({ alpha: [] });
  });

  it('is told to be missing where the browser has no such storage', async () => {
    const { services } = makeWorld();
    expect(await services.sync.set(true)).toMatchObject({ value: { failure: { kind: 'storage-blocked' } } });
  });

  it('reads around items that it does not know, and leaves other versions’ alone', async () => {
    const { account, a, b } = await pair();
    account.server.set('rm0.0', '[["old",1]]');
    account.server.set('rm2.0', { newer: true });
    account.server.set(
      'rm1.7',
      '[["beta",1,5,["t"],5],["Bad Id",1,5,[],5],["gamma",1,5,["a;b"],5],["later",1,5,[],5,6]]',
    );
    account.server.set('rm1.8', 'torn [');
    for (const { machine } of [a, b]) machine.pull();
    await settle(a, b);
    expect(await listOf(a)).toEqual({ beta: ['t'] });
    expect(account.server.get('rm0.0')).toBe('[["old",1]]');
    expect(account.server.get('rm2.0')).toEqual({ newer: true });
  });

  it('agrees in the end for any edits on three machines over a transport that tears, and loses no last word', async () => {
    const id = fc.constantFrom('alpha', 'beta', 'gamma', 'delta');
    const op = fc.record({
      who: fc.nat(2),
      id,
      what: fc.constantFrom('keep', 'drop', 'tag', 'run', 'push', 'pull'),
      tag: fc.constantFrom('x', 'y', 'z'),
      half: fc.boolean(),
      skew: fc.integer({ min: -5, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(op, { maxLength: 40 }), async (ops) => {
        const account = new FakeAccount();
        const machines = [profile(account), profile(account), profile(account)];
        for (const { services } of machines) await services.sync.set(true);
        // Many rows, so that they stand in more than one item and can be torn apart.
        for (let i = 0; i < 90; i++) await keep(machines[i % 3] as Profile, `filler-${'x'.repeat(60)}-${i}`);
        for (const { who, id: one, what, tag, half, skew } of ops) {
          const at = machines[who] as Profile;
          at.world.env.at += skew * HOUR_MS;
          const part = (key: string) => !half || key.endsWith('0');
          if (what === 'keep') await keep(at, one);
          else if (what === 'drop') await drop(at, one);
          else if (what === 'tag') await at.services.watchlist.edit(one, { tags: [tag] });
          else if (what === 'run') await at.services.sync.run();
          else if (what === 'push') at.machine.push(part);
          else at.machine.pull(part);
        }
        await settle(...machines);
        const [first, ...rest] = await Promise.all(machines.map(listOf));
        for (const other of rest) expect(other).toEqual(first);
        expect(Object.keys(first ?? {}).filter((key) => key.startsWith('filler'))).toHaveLength(90);
        // All know of each other now: whoever speaks last is heard, whatever the clocks say.
        await keep(machines[0] as Profile, 'alpha', ['last']);
        await settle(...machines);
        await drop(machines[1] as Profile, 'beta');
        await settle(...machines);
        for (const one of machines) {
          const list = await listOf(one);
          expect(list.alpha).toEqual(['last']);
          expect(list.beta).toBeUndefined();
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('goes on after a death between any two steps', async () => {
    const once = async (limit: number) => {
      const life = mortal();
      const account = new FakeAccount();
      const a = profile(account);
      const { machine } = a;
      const line: RawSyncArea = {
        get: () => life.step(() => machine.get()),
        set: (items) => life.step(() => machine.set(items)),
        remove: (keys) => life.step(() => machine.remove(keys)),
      };
      const b = profile(account);
      await keep(a, 'alpha', ['x'], 'note');
      await keep(b, 'beta', ['y']);
      await b.services.sync.set(true);
      b.machine.push();
      a.machine.pull();
      const worker = makeWorld({
        idb: a.world.idb,
        more: { syncArea: line },
        wrapStore: (store) => ({ ...store, run: (work) => life.step(() => store.run(work)) }),
      }).services;
      life.steps = 0;
      life.limit = limit;
      await Promise.race([life.dead, worker.sync.set(true)]);
      const { steps } = life;
      life.limit = Number.POSITIVE_INFINITY;
      const next: Profile = { ...a, services: a.world.reborn(true, { syncArea: machine }) };
      await next.services.sync.set(true);
      await settle(next, b);
      expect(await listOf(next), `killed after step ${limit}`).toEqual({ alpha: ['x'], beta: ['y'] });
      expect(await listOf(b), `killed after step ${limit}`).toEqual({ alpha: ['x'], beta: ['y'] });
      return steps;
    };
    const steps = await once(Number.POSITIVE_INFINITY);
    expect(steps).toBeGreaterThan(5);
    for (let n = 1; n < steps; n++) await once(n);
  });
});

describe('syncFailure', () => {
  it('takes what it does not know for a storage that is not there', () => {
    expect(syncFailure(new Error('boom'))).toBe('storage-blocked');
    expect(syncFailure('MAX_ITEMS quota exceeded')).toBe('storage-full');
  });
});
