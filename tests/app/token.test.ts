import { describe, expect, it } from 'vitest';
import { makeWorld, NOW } from './world.ts';

const TOKEN = `github_pat_11${'A'.repeat(20)}_${'b'.repeat(30)}`;

describe('createTokens', () => {
  it('is not held back by what the token before ran into', async () => {
    const { budget, tokens } = makeWorld().services;
    await budget.load();
    const limit = { status: 403, headers: new Headers({ 'retry-after': '600' }), message: 'secondary rate limit' };
    budget.observe(limit, NOW, 'token');
    expect(budget.allowedAt(NOW, true, 'token')).toBe(NOW + 600_000);
    expect(await tokens.set(TOKEN)).toMatchObject({ ok: true });
    expect(budget.allowedAt(NOW, true, 'token')).toBe(NOW);
    expect(budget.allowedAt(NOW, true, 'points')).toBe(NOW);
    // The same one again is no other.
    budget.observe(limit, NOW, 'token');
    await tokens.set(TOKEN);
    expect(budget.allowedAt(NOW, true, 'token')).toBe(NOW + 600_000);
    // Without a token GitHub counts by address: a token changes nothing of that.
    budget.observe(limit, NOW, 'bare');
    await tokens.set(TOKEN.replace('b', 'c'));
    expect(budget.allowedAt(NOW, true, 'bare')).toBe(NOW + 600_000);
  });
});
