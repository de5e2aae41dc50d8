/** A publisher of snapshots, and a worker that asks it. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createSnapshotUpdates, storedUpdate } from '../../lib/app/snapshot-updates.ts';
import { encodeSnapshot } from '../../lib/domain/snapshot/encode.ts';
import { DAY_S } from '../../lib/domain/time.ts';
import { createStore } from '../../lib/io/db.ts';
import { createRequestLog } from '../../lib/io/request-log.ts';
import { createSnapshotStore } from '../../lib/io/snapshot.ts';
import { newKeyPair, signText } from '../../lib/tools/snapshot/sign.ts';
import { AS_OF, sampleCode, sampleProject, sampleSnapshot } from '../domain/snapshot/samples.ts';
import { makeEnv } from './world.ts';

export const ADDRESS = 'https://updates.example/snapshot.json';
export const keys = await newKeyPair();
export const others = await newKeyPair();
export const SOURCE = { address: ADDRESS, publicKey: keys.publicKey };
export const snapshotAt = (days: number) =>
  encodeSnapshot(sampleSnapshot([sampleProject('a', sampleCode({ asOf: (AS_OF + days * DAY_S) * 1000 }))]));
export const BUNDLED = snapshotAt(0);
export const NEWER = snapshotAt(7);

export interface Shelf {
  text: string;
  signature: string;
  etag: string;
  /** Answers before anything else. */
  over?: (path: string) => Response | undefined | Promise<Response | undefined>;
}
export const shelfOf = async (text: string, privateKey = keys.privateKey): Promise<Shelf> => ({
  text,
  signature: await signText(text, privateKey),
  etag: `"${text.length}-${text.slice(-40).length}"`,
});

/** A worker with its disk; `reborn` is the next worker on the same disk. */
export function world(shelf: Shelf, more: { builtIn?: string[]; mayAsk?: boolean; bundled?: string } = {}) {
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
export const usedBy = async ({ snapshot }: ReturnType<ReturnType<typeof world>['life']>) => {
  const used = await snapshot.inUse();
  return used.ok ? `${used.value.from} ${(used.value.snapshot.asOf / 1000 - AS_OF) / DAY_S}` : used.failure.kind;
};
