import { describe, expect, it } from 'vitest';
import { deliver, RETRY_WAITS_MS } from '../lib/deliver.ts';

/** A line whose sends end one after the other as told; what comes after the last repeats it. */
function line(ends: (() => Promise<unknown>)[], isAlive = () => true) {
  const waits: number[] = [];
  let sent = 0;
  return {
    waits,
    sent: () => sent,
    parts: {
      send: () => (ends[Math.min(sent++, ends.length - 1)] as () => Promise<unknown>)(),
      isAlive,
      wait: async (ms: number) => void waits.push(ms),
    },
  };
}
const nobody = () => Promise.reject(new Error('Receiving end does not exist'));
const silence = () => Promise.resolve(undefined);
const answer = () => Promise.resolve({ ok: true });

describe('deliver', () => {
  it('returns the answer of the first send without waiting', async () => {
    const { parts, waits, sent } = line([answer]);
    expect(await deliver(parts)).toEqual({ answer: { ok: true } });
    expect([sent(), waits]).toEqual([1, []]);
  });

  it.each([
    ['refuses', nobody],
    ['stays silent', silence],
  ])('sends again when the background %s in the moment of falling asleep', async (_, end) => {
    const { parts, waits, sent } = line([end, end, answer]);
    expect((await deliver(parts)).answer).toEqual({ ok: true });
    expect([sent(), waits]).toEqual([3, RETRY_WAITS_MS.slice(0, 2)]);
  });

  it('gives up with the last error when nobody ever answers', async () => {
    const { parts, sent } = line([nobody]);
    const end = await deliver(parts);
    expect(end.answer).toBeUndefined();
    expect(String(end.error)).toContain('Receiving end');
    expect(sent()).toBe(RETRY_WAITS_MS.length + 1);
  });

  it('gives up at once when the extension is gone', async () => {
    const { parts, sent, waits } = line([nobody], () => false);
    await deliver(parts);
    expect([sent(), waits]).toEqual([1, []]);
  });

  it('keeps a failure that the background tells: it is an answer', async () => {
    const { parts, sent } = line([async () => ({ ok: false, failure: { kind: 'offline' } })]);
    expect(await deliver(parts)).toEqual({ answer: { ok: false, failure: { kind: 'offline' } } });
    expect(sent()).toBe(1);
  });
});
