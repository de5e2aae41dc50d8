/** Who is one developer, and who is a bot. */
import { describe, expect, it } from 'vitest';
import { authorKey, hashText } from '../../../lib/domain/activity/author-key.ts';
import { BOT_WORDS, isBot } from '../../../lib/domain/activity/bots.ts';

describe('isBot', () => {
  it.each(BOT_WORDS)('knows the word %s between separators, in any case', (word) => {
    for (const name of [word, `x-${word}`, `${word}_x`, `a.${word}+b`, `the ${word.toUpperCase()} (x)`, `[${word}]`])
      expect([name, isBot({ name })]).toEqual([name, true]);
    expect(isBot({ name: `x${word}x` })).toBe(false);
    expect(isBot({ email: `${word}@example.org` })).toBe(true);
  });
  it.each([
    [{ type: 'Bot', login: 'someone' }, true],
    [{ login: 'x[bot]' }, true],
    [{ email: '1+x[bot]@users.noreply.github.com' }, true],
    [{ type: 'User', login: 'cicero', name: 'Abbot Robotnik', email: 'a@ci.example.org' }, false],
    [{ type: 'User', login: 'botanist' }, false],
    [{ type: 'Organization', login: 'someorg' }, false],
    [{}, false],
    [{ name: null, email: '', login: undefined }, false],
  ])('of %j is %s', (person, bot) => {
    expect(isBot(person)).toBe(bot);
  });
});

describe('authorKey', () => {
  it('is the account’s number wherever there is one', () => {
    expect(authorKey({ id: 7, email: 'a@example.org' })).toBe(authorKey({ id: 7, email: 'b@example.org' }));
    expect(authorKey({ id: 7 })).not.toBe(authorKey({ id: 8 }));
  });
  it.each([
    ['case', 'A@Example.org', 'a@example.org'],
    ['a tag', 'a+work@example.org', 'a@example.org'],
    ['the number of a no-reply address', '12+ada@users.noreply.github.com', 'ada@users.noreply.github.com'],
  ])('ignores %s of an address', (_what, one, other) => {
    expect(authorKey({ email: one })).toBe(authorKey({ email: other }));
  });
  it('never merges by display name', () => {
    expect(authorKey({ name: 'Ada', email: 'a@example.org' })).not.toBe(
      authorKey({ name: 'Ada', email: 'b@example.org' }),
    );
    expect(authorKey({ name: 'Ada' })).not.toBe(authorKey({ name: 'Ada', email: 'a@example.org' }));
  });
  it('keeps neither name nor address', () => {
    const key = authorKey({ name: 'Ada', email: 'ada@example.org' });
    expect(key).toMatch(/^e:[0-9a-f]{16}$/);
    expect(hashText('ada@example.org')).toBe(hashText('ada@example.org'));
  });
});
