/** Two profiles over one account: what each has is brought together, and the last word stands. */
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../lib/domain/time.ts';
import { FakeAccount } from './fake-account.ts';
import { savedText } from './kept-file.ts';
import { drop, keep, listOf, type Profile, pair, profile, settle } from './sync-kit.ts';

describe('createSync', () => {
  it('brings two profiles’ worth of data together at the first switch-on: nothing is lost, notes stay where they are', async () => {
    const account = new FakeAccount();
    const [a, b] = [profile(account), profile(account)];
    for (let i = 0; i < 120; i++) await keep(a, `a-${i}`, i % 3 === 0 ? ['core', 'مهم'] : [], `note ${i}`);
    for (let i = 0; i < 80; i++) await keep(b, `b-${i}`, ['关注']);
    await keep(a, 'both', ['from a'], 'mine');
    b.world.env.at += HOUR_MS;
    await keep(b, 'both', ['from b'], 'yours');
    await a.services.sync.set(true);
    await b.services.sync.set(true);
    await settle(a, b);
    expect(Object.keys(await listOf(a))).toHaveLength(201);
    expect(await listOf(b)).toEqual(await listOf(a));
    expect((await listOf(a)).both).toEqual(['from b']);
    const notes = async ({ services }: Profile) => {
      const list = await services.watchlist.list();
      return list.ok ? list.value.find(({ projectId }) => projectId === 'both')?.notes : null;
    };
    expect([await notes(a), await notes(b)]).toEqual(['mine', 'yours']);
    expect(JSON.stringify([...account.server])).not.toMatch(/note 1|mine|yours/);
    const status = await a.services.sync.status();
    expect(status).toMatchObject({ ok: true, value: { on: true, rows: 201, failure: null } });
  });

  it('leaves the export alone: it holds the watchlist, and nothing of the sync', async () => {
    const { a, b } = await pair();
    await keep(a, 'alpha', ['x']);
    const before = await savedText('json', a.services.readerData.read);
    await settle(a, b);
    const after = await savedText('json', a.services.readerData.read);
    expect(before).toEqual(after);
    expect(after).not.toContain('watchedAt');
  });

  it('carries additions, tags and removals both ways, the newest of each field', async () => {
    const { a, b } = await pair();
    await keep(a, 'alpha', ['one']);
    await keep(a, 'beta');
    await settle(a, b);
    expect(await listOf(b)).toEqual({ alpha: ['one'], beta: [] });
    // At the same time: tags here, a removal of another there.
    await a.services.watchlist.edit('alpha', { tags: ['two'] });
    await drop(b, 'beta');
    await settle(a, b);
    expect(await listOf(a)).toEqual({ alpha: ['two'] });
    expect(await listOf(b)).toEqual({ alpha: ['two'] });
    await keep(b, 'beta', ['again']);
    await settle(a, b);
    expect((await listOf(a)).beta).toEqual(['again']);
  });

  it('lets a later change stand though the other machine’s clock runs two days ahead', async () => {
    const { a, b } = await pair();
    b.world.env.at += 2 * DAY_MS;
    await keep(b, 'alpha', ['from the future']);
    await settle(a, b);
    await drop(a, 'alpha');
    await settle(a, b);
    expect(await listOf(b)).toEqual({});
    await keep(a, 'alpha', ['now']);
    await settle(a, b);
    expect(await listOf(b)).toEqual({ alpha: ['now'] });
    await a.services.watchlist.edit('alpha', { tags: ['later'] });
    await settle(a, b);
    expect(await listOf(b)).toEqual({ alpha: ['later'] });
  });

  it('keeps the notes of a project that another machine removed, and brings them back with it', async () => {
    const { a, b } = await pair();
    await keep(a, 'alpha', ['x'], 'my long note');
    await settle(a, b);
    await drop(b, 'alpha');
    await settle(a, b);
    expect(await listOf(a)).toEqual({});
    await keep(b, 'alpha');
    await settle(a, b);
    expect(await a.services.watchlist.list()).toMatchObject({ value: [{ projectId: 'alpha', notes: 'my long note' }] });
    // The same where this machine's reader adds it again.
    await drop(b, 'alpha');
    await settle(a, b);
    await keep(a, 'alpha');
    await settle(a, b);
    expect(await a.services.watchlist.list()).toMatchObject({ value: [{ notes: 'my long note' }] });
  });

  it('removes nothing when it is switched on, whatever was removed elsewhere meanwhile', async () => {
    const { a, b } = await pair();
    await keep(a, 'alpha', ['x'], 'note');
    await settle(a, b);
    await a.services.sync.set(false);
    await drop(b, 'alpha');
    await settle(b);
    b.machine.push();
    a.machine.pull();
    await a.services.sync.set(true);
    await settle(a, b);
    expect(await listOf(a)).toEqual({ alpha: ['x'] });
    expect(await listOf(b)).toEqual({ alpha: ['x'] });
  });

  it('does not carry the reader’s own projects, which only this machine can explain', async () => {
    const { account, a, b } = await pair();
    await keep(a, 'own:mine', ['x']);
    await keep(a, 'alpha');
    await settle(a, b);
    expect(await listOf(b)).toEqual({ alpha: [] });
    expect(JSON.stringify([...account.server])).not.toContain('own:');
    expect(await listOf(a)).toEqual({ alpha: [], 'own:mine': ['x'] });
  });
});
