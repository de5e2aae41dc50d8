import { describe, expect, it } from 'vitest';
import { encodeSnapshot } from '../../lib/domain/snapshot/encode.ts';
import { DAY_S } from '../../lib/domain/time.ts';
import type { Env } from '../../lib/env.ts';
import { createSnapshotStore, loadSnapshot } from '../../lib/io/snapshot.ts';
import { AS_OF, sampleCode, sampleProject, sampleSnapshot } from '../domain/snapshot/samples.ts';

const NOW = 1_790_000_000_000;
const TEXT = encodeSnapshot(sampleSnapshot([sampleProject('a'), sampleProject('b')]));

function fakeEnv(...answers: (() => Response)[]): Env & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    now: () => NOW,
    wait: async () => undefined,
    fetch: async (url) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(url);
      return (answer as () => Response)();
    },
  };
}
const offline = () => {
  throw new TypeError('Failed to fetch');
};

describe('loadSnapshot', () => {
  it('reads and checks the file', async () => {
    const loaded = await loadSnapshot(
      fakeEnv(() => new Response(TEXT)),
      'x',
    );
    expect(loaded.ok && loaded.value.projects.map((project) => project.id)).toEqual(['a', 'b']);
  });

  it.each([
    ['a missing file', () => new Response('', { status: 404 }), 'not-found'],
    ['a file that is no snapshot', () => new Response('<html>'), 'bad-answer'],
    ['a poisoned file', () => new Response(TEXT.replace('"needs":1', '"needs":7')), 'bad-answer'],
    ['a read that fails', offline, 'bad-answer'],
  ])('answers %s with a failure', async (_, answer, kind) => {
    const loaded = await loadSnapshot(fakeEnv(answer), 'x');
    expect(loaded).toMatchObject({ ok: false, failure: { kind, at: NOW, subject: 'snapshot.json' } });
  });
});

describe('createSnapshotStore', () => {
  it('asks for nothing before it is needed, and once for many calls at a time', async () => {
    const env = fakeEnv(() => new Response(TEXT));
    const store = createSnapshotStore(env, 'moz-extension://id/data/snapshot.json');
    expect(env.asked).toEqual([]);
    const found = await Promise.all([
      store.project('a'),
      store.project('b'),
      store.project('nobody'),
      store.baselines(),
    ]);
    expect(env.asked).toEqual(['moz-extension://id/data/snapshot.json']);
    expect(found.map((answer) => answer.ok)).toEqual([true, true, true, true]);
    expect(found[0].ok && found[0].value?.id).toBe('a');
    expect(found[2].ok && found[2].value).toBe(undefined);
  });

  it('computes the baselines once', async () => {
    const store = createSnapshotStore(
      fakeEnv(() => new Response(TEXT)),
      'x',
    );
    const [first, second] = [await store.baselines(), await store.baselines()];
    expect(first.ok && second.ok && first.value === second.value).toBe(true);
  });

  it('tries again after a failed read', async () => {
    const env = fakeEnv(offline, () => new Response(TEXT));
    const store = createSnapshotStore(env, 'x');
    expect((await store.project('a')).ok).toBe(false);
    expect((await store.project('a')).ok).toBe(true);
  });

  const at = (seconds: number) =>
    encodeSnapshot(sampleSnapshot([sampleProject('c', sampleCode({ asOf: seconds * 1000 }))]));

  it('uses an update when told to, and what is stored after a reload', async () => {
    const env = fakeEnv(() => new Response(TEXT));
    const store = createSnapshotStore(env, 'x');
    await store.baselines();
    store.replace(sampleSnapshot([sampleProject('c')]));
    expect((await store.project('c')).ok && (await store.baselines()).ok).toBe(true);
    const gone = await store.project('a');
    expect(gone.ok && gone.value).toBe(undefined);
    store.reload();
    const back = await store.project('a');
    expect(back.ok && back.value?.id).toBe('a');
    expect(env.asked).toHaveLength(2);
  });

  it.each([
    ['a newer one', at(AS_OF + 1), 'update'],
    ['one as old as the bundled file', at(AS_OF), 'bundled'],
    ['an older one: the extension brought newer figures', at(AS_OF - DAY_S * 30), 'bundled'],
    ['one in a format that this version does not read', at(AS_OF + 1).replace('"needs":1', '"needs":9'), 'bundled'],
    ['a broken one', at(AS_OF + 1).slice(0, 200), 'bundled'],
  ])('finds %s in the database and uses the right one', async (_, text, from) => {
    const store = createSnapshotStore(
      fakeEnv(() => new Response(TEXT)),
      'x',
      async () => text,
    );
    const used = await store.inUse();
    expect(used.ok && used.value.from).toBe(from);
  });

  it('answers from a stored update where the bundled file can not be read', async () => {
    const store = createSnapshotStore(fakeEnv(offline), 'x', async () => at(AS_OF));
    const used = await store.inUse();
    expect(used.ok && used.value.from).toBe('update');
  });
});
