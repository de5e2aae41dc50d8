/** The bundled snapshot: read from the extension's own files when it is first needed, kept in memory after that. */

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

export interface SnapshotStore {
  /** The whole snapshot; read at the first call. */
  snapshot(): Promise<Result<Snapshot>>;
  /** One project; ok(undefined) where the snapshot has no such project. */
  project(id: string): Promise<Result<SnapshotProject | undefined>>;
  /** Baselines by sector, "all" included; computed at the first call. */
  baselines(): Promise<Result<Map<string, SectorFigures>>>;
  /** Uses this one from now on (a checked update), or goes back to the bundled one. */
  replace(snapshot: Snapshot | null): void;
}

/** Memoised access. A failed read is not kept: the next call tries again. */
export function createSnapshotStore(env: Env, url: string): SnapshotStore {
  let loading: Promise<Result<Snapshot>> | undefined;
  let byId: { of: Snapshot; projects: Map<string, SnapshotProject> } | undefined;
  let figures: { of: Snapshot; baselines: Map<string, SectorFigures> } | undefined;
  const snapshot = async () => {
    loading ??= loadSnapshot(env, url);
    const mine = loading;
    const loaded = await mine;
    if (!loaded.ok && loading === mine) loading = undefined;
    return loaded;
  };
  return {
    snapshot,
    async project(id) {
      const loaded = await snapshot();
      if (!loaded.ok) return loaded;
      if (byId?.of !== loaded.value) {
        byId = { of: loaded.value, projects: new Map(loaded.value.projects.map((project) => [project.id, project])) };
      }
      return ok(byId.projects.get(id));
    },
    async baselines() {
      const loaded = await snapshot();
      if (!loaded.ok) return loaded;
      if (figures?.of !== loaded.value) figures = { of: loaded.value, baselines: sectorBaselines(loaded.value) };
      return ok(figures.baselines);
    },
    replace(next) {
      loading = next ? Promise.resolve(ok(next)) : undefined;
    },
  };
}
