import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../lib/io/db.ts';
import { createTokenStore } from '../../lib/io/github/token.ts';

describe('createTokenStore', () => {
  it('takes a refusal for the token that was sent alone, not for one entered meanwhile', async () => {
    const tokens = createTokenStore(createStore({ now: () => 0, indexedDB: new IDBFactory(), IDBKeyRange }));
    await tokens.save({ token: 'old', savedAt: 1, refusedAt: null });
    await tokens.save({ token: 'new', savedAt: 2, refusedAt: null });
    await tokens.refused('old', 3);
    expect(await tokens.current()).toBe('new');
    await tokens.refused('new', 4);
    expect(await tokens.current()).toBeNull();
    expect(await tokens.record()).toEqual({ token: 'new', savedAt: 2, refusedAt: 4 });
  });
});
