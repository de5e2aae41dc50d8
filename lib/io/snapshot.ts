/** The snapshot in use: the bundled one, or a newer one that was taken from the reader's address. Read when first needed, kept in memory. */

import { type SectorFigures, sectorBaselines } from '../domain/snapshot/baselines.ts';
import { parseSnapshot } from '../domain/snapshot/decode.ts';
import type { Snapshot, SnapshotProject } from '../domain/snapshot/format.ts';
import type { Env } from '../env.ts';
import { fail, ok, type Result } from '../result.ts';

/** Path inside the extension; `browser.runtime.getURL` makes the address of it. */
export const SNAPSHOT_PATH = '/data/snapshot.json';

/** Reads and checks a snapshot file once. Failures: `not-found` and others by status, `too-large`, `bad-answer`. */
export async function loadSnapshot(env: Env, url: string): Promise<Result<Snapshot>> {
  const subject = 'snapshot.json';
  try {
    const response = await env.fetch(url);
    if (!response.ok) return fail('not-found', env.now(), { status: response.status, subject });
    const parsed = parseSnapshot(await response.text(), env.now());
    if (parsed.ok) return parsed;
    const kind = parsed.failure.kind === 'too-large' ? 'too-large' : 'bad-answer';
    return fail(kind, env.now(), { subject, detail: `${parsed.failure.kind}: ${parsed.failure.detail ?? ''}` });
  } catch (error) {
    return fail('bad-answer', env.now(), { subject, detail: String(error).slice(0, 200) });
  }
}

export interface SnapshotInUse {
  snapshot: Snapshot;
  from: 'bundled' | 'update';
}

export interface SnapshotStore {
  /** The whole snapshot and where it comes from; read at the first call. */
  inUse(): Promise<Result<SnapshotInUse>>;
  /** One project; ok(undefined) where the snapshot has no such project. */
  project(id: string): Promise<Result<SnapshotProject | undefined>>;
  /** Baselines by sector, "all" included; computed at the first call. */
  baselines(): Promise<Result<Map<string, SectorFigures>>>;
  /** Uses this one from now on (a checked update). */
  replace(snapshot: Snapshot): void;
  /** Forgets what is in memory: the next call reads anew (the update was dropped). */
  reload(): void;
}

/**
 * Memoised access. `stored` hands out the text of an update that was checked and kept; it counts only while it is newer than
 * the bundled file and still passes the check: a new version of the extension may bring newer figures or another format.
 * A failed read is not kept: the next call tries again.
 */
export function createSnapshotStore(
  env: Env,
  url: string,
  stored: () => Promise<string | null> = async () => null,
): SnapshotStore {
  let loading: Promise<Result<SnapshotInUse>> | undefined;
  let byId: { of: Snapshot; projects: Map<string, SnapshotProject> } | undefined;
  let figures: { of: Snapshot; baselines: Map<string, SectorFigures> } | undefined;
  const load = async (): Promise<Result<SnapshotInUse>> => {
    const [bundled, text] = await Promise.all([loadSnapshot(env, url), stored()]);
    const update = text === null ? undefined : parseSnapshot(text, env.now());
    if (update?.ok && (!bundled.ok || update.value.asOf > bundled.value.asOf)) {
      return ok({ snapshot: update.value, from: 'update' });
    }
    return bundled.ok ? ok({ snapshot: bundled.value, from: 'bundled' }) : bundled;
  };
  const inUse = async () => {
    loading ??= load();
    const mine = loading;
    const loaded = await mine;
    if (!loaded.ok && loading === mine) loading = undefined;
    return loaded;
  };
  return {
    inUse,
    async project(id) {
      const loaded = await inUse();
      if (!loaded.ok) return loaded;
      const { snapshot } = loaded.value;
      if (byId?.of !== snapshot) {
        byId = { of: snapshot, projects: new Map(snapshot.projects.map((project) => [project.id, project])) };
      }
      return ok(byId.projects.get(id));
    },
    async baselines() {
      const loaded = await inUse();
      if (!loaded.ok) return loaded;
      const { snapshot } = loaded.value;
      if (figures?.of !== snapshot) figures = { of: snapshot, baselines: sectorBaselines(snapshot) };
      return ok(figures.baselines);
    },
    replace(snapshot) {
      loading = Promise.resolve(ok({ snapshot, from: 'update' }));
    },
    reload() {
      loading = undefined;
    },
  };
}
