import { describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../lib/domain/snapshot/delta.ts';
import { encodeSnapshot } from '../../lib/domain/snapshot/encode.ts';
import { DAY_S } from '../../lib/domain/time.ts';
import type { Env } from '../../lib/env.ts';
import { addressProblem, fetchSnapshotUpdate } from '../../lib/io/snapshot-update.ts';
import { newKeyPair, signText } from '../../lib/tools/snapshot/sign.ts';
import { AS_OF, sampleCode, sampleProject, sampleSnapshot } from '../domain/snapshot/samples.ts';

const NOW = 1_790_000_000_000;
const ADDRESS = 'https://example.org/data/snapshot.json';
const keys = await newKeyPair();
const current = sampleSnapshot([sampleProject('a'), sampleProject('b')]);
const later = sampleSnapshot([
  sampleProject('a', sampleCode({ asOf: (AS_OF + 9 * DAY_S) * 1000 })),
  sampleProject('b'),
]);
const text = encodeSnapshot(later);

/** A host with files; a function answers by itself. */
function host(files: Record<string, string | (() => Response)>) {
  const asked: { path: string; etag: string | null }[] = [];
  const env: Env = {
    now: () => NOW,
    wait: () => new Promise(() => undefined),
    fetch: async (url, init) => {
      const path = new URL(url).pathname;
      asked.push({ path, etag: new Headers(init?.headers).get('if-none-match') });
      const file = files[path];
      if (file === undefined) return new Response('', { status: 404 });
      return typeof file === 'string' ? new Response(file, { headers: { etag: '"v2"' } }) : file();
    },
  };
  return { env, asked };
}
const options = (env: Env, more = {}) => ({
  env,
  address: ADDRESS,
  keys: [keys.publicKey],
  current,
  isBundled: true,
  ...more,
});
const signed = async (body: string) => ({
  '/data/snapshot.json': body,
  '/data/snapshot.json.sig': await signText(body, keys.privateKey),
});

describe('fetchSnapshotUpdate', () => {
  it('takes a signed, newer snapshot', async () => {
    const { env } = host(await signed(text));
    const update = await fetchSnapshotUpdate(options(env));
    expect(update).toMatchObject({ ok: true, value: { kind: 'new', etag: '"v2"', text, key: keys.publicKey } });
  });

  it('takes a signed delta that fits what is in use, instead of the whole file', async () => {
    const delta = await diffSnapshots(current, later);
    const { env, asked } = host({
      '/data/snapshot.delta.json': delta,
      '/data/snapshot.delta.json.sig': await signText(delta, keys.privateKey),
    });
    const update = await fetchSnapshotUpdate(options(env));
    expect(update.ok && update.value.kind === 'new' && update.value.text).toBe(text);
    expect(asked.map((each) => each.path)).not.toContain('/data/snapshot.json');
  });

  it('takes the whole file when the delta was made for another snapshot', async () => {
    const delta = await diffSnapshots(sampleSnapshot([sampleProject('z')]), later);
    const { env } = host({
      ...(await signed(text)),
      '/data/snapshot.delta.json': delta,
      '/data/snapshot.delta.json.sig': await signText(delta, keys.privateKey),
    });
    const update = await fetchSnapshotUpdate(options(env));
    expect(update.ok && update.value.kind === 'new' && update.value.text).toBe(text);
  });

  it('sends the ETag and takes 304 as unchanged', async () => {
    const { env, asked } = host({ '/data/snapshot.json': () => new Response(null, { status: 304 }) });
    const update = await fetchSnapshotUpdate(options(env, { etag: '"v1"' }));
    expect(update).toEqual({ ok: true, value: { kind: 'unchanged', etag: '"v1"' } });
    expect(asked).toEqual([{ path: '/data/snapshot.json', etag: '"v1"' }]);
  });

  it('asks for no delta where an update is in use: it was made against the bundled file', async () => {
    const { env, asked } = host(await signed(text));
    const update = await fetchSnapshotUpdate(options(env, { isBundled: false }));
    expect(update.ok && update.value.kind).toBe('new');
    expect(asked.map((each) => each.path)).toEqual(['/data/snapshot.json', '/data/snapshot.json.sig']);
  });

  it('stops reading a file that unpacks to more than a snapshot may have', async () => {
    let given = 0;
    const piece = new Uint8Array(4_000_000);
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            given += piece.length;
            controller.enqueue(piece);
          },
        }),
      );
    const { env } = host({ '/data/snapshot.json': endless });
    const update = await fetchSnapshotUpdate(options(env));
    expect(update.ok ? 'ok' : update.failure.kind).toBe('too-large');
    expect(given).toBeLessThan(30_000_000);
  });

  it('does not go back to an older file, though it was signed once', async () => {
    const { env } = host(await signed(encodeSnapshot(current)));
    const update = await fetchSnapshotUpdate(options(env, { current: later }));
    expect(update).toEqual({ ok: true, value: { kind: 'unchanged', etag: '"v2"' } });
  });

  const poisoned = text.replace('"left":[0,0]', '"left":[-1,0]');
  it.each([
    ['no signature', async () => ({ '/data/snapshot.json': text }), 'bad-answer'],
    [
      'a signature of another file',
      async () => ({ ...(await signed(`${text} `)), '/data/snapshot.json': text }),
      'bad-answer',
    ],
    ['a signed file of bad shape', async () => signed(poisoned), 'bad-answer'],
    ['a signed file for later versions', async () => signed(text.replace('"needs":1', '"needs":9')), 'bad-answer'],
    [
      'a login page',
      async () => ({ '/data/snapshot.json': '<html>', '/data/snapshot.json.sig': '<html>' }),
      'bad-answer',
    ],
    ['a missing file', async () => ({}), 'not-found'],
    [
      'a host in trouble',
      async () => ({ '/data/snapshot.json': () => new Response('', { status: 503 }) }),
      'server-error',
    ],
    [
      'an endless signature',
      async () => ({ ...(await signed(text)), '/data/snapshot.json.sig': 'A'.repeat(5000) }),
      'too-large',
    ],
    [
      'a redirect to another host',
      async () => ({
        '/data/snapshot.json': () => new Response('', { status: 302, headers: { location: 'https://evil.example/x' } }),
      }),
      'redirect-loop',
    ],
    [
      'no network',
      async () => ({
        '/data/snapshot.json': () => {
          throw new Error('down');
        },
      }),
      'offline',
    ],
  ])('leaves everything as it was after %s', async (_, files, kind) => {
    const { env } = host((await files()) as Record<string, string | (() => Response)>);
    const update = await fetchSnapshotUpdate(options(env));
    expect(update.ok ? 'ok' : update.failure.kind).toBe(kind);
    expect(update.ok ? '' : update.failure.subject).toBe('snapshot update');
  });

  it('asks nobody without a key or with an address that can not be used', async () => {
    const { env, asked } = host({});
    const tries = [
      await fetchSnapshotUpdate(options(env, { keys: [] })),
      await fetchSnapshotUpdate(options(env, { address: 'http://example.org/x.json' })),
    ];
    expect(tries.map((tried) => (tried.ok ? 'ok' : tried.failure.kind))).toEqual(['invalid-input', 'invalid-input']);
    expect(asked).toEqual([]);
  });
});

describe('addressProblem', () => {
  it.each([
    ['https://example.org/snapshot.json', undefined],
    ['http://example.org/snapshot.json', 'only https addresses'],
    ['javascript:alert(1)', 'only https addresses'],
    ['https://user:pass@example.org/x', 'no names or passwords in the address'],
    ['https://example.org:8443/x', 'no port in the address'],
    ['snapshot', 'not an address'],
  ])('of %s is %s', (address, problem) => {
    expect(addressProblem(address)).toBe(problem);
  });
});
