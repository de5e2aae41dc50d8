/** What changed from one snapshot to the next, so that an update need not carry everything again. */
import { fail, type Result } from '../../result.ts';
import { decodeSnapshot, MAX_SNAPSHOT_CHARS, type SnapshotFault } from './decode.ts';
import { digestOf } from './digest.ts';
import { encodeSnapshot } from './encode.ts';
import type { Snapshot, SnapshotProject } from './format.ts';
import { ID, MAX_PROJECTS } from './shape.ts';

export interface SnapshotDelta {
  format: 'roadmark-snapshot-delta';
  version: 1;
  /** SHA-256 of the file that it changes, and of the file that comes out. */
  base: string;
  result: string;
  removed: string[];
  /** Changed and new projects, as a snapshot file. */
  changed: unknown;
}

const asText = (project: SnapshotProject, origin: Snapshot['origin']) =>
  encodeSnapshot({ origin, projects: [project] });

/** The delta as text. Applied to `before` it gives `after`, byte for byte. */
export async function diffSnapshots(before: Snapshot, after: Snapshot): Promise<string> {
  const old = new Map(before.projects.map((project) => [project.id, asText(project, after.origin)]));
  const changed = after.projects.filter((project) => old.get(project.id) !== asText(project, after.origin));
  const staying = new Set(after.projects.map((project) => project.id));
  const delta: SnapshotDelta = {
    format: 'roadmark-snapshot-delta',
    version: 1,
    base: await digestOf(encodeSnapshot(before)),
    result: await digestOf(encodeSnapshot(after)),
    removed: before.projects
      .map((project) => project.id)
      .filter((id) => !staying.has(id))
      .sort(),
    changed: JSON.parse(encodeSnapshot({ origin: after.origin, projects: changed })),
  };
  return `${JSON.stringify(delta)}\n`;
}

function readDelta(text: string): SnapshotDelta | undefined {
  try {
    const delta = JSON.parse(text) as Partial<SnapshotDelta> | null;
    const hash = /^[0-9a-f]{64}$/;
    const removed = delta?.removed;
    const good =
      delta?.format === 'roadmark-snapshot-delta' &&
      delta.version === 1 &&
      typeof delta.base === 'string' &&
      hash.test(delta.base) &&
      typeof delta.result === 'string' &&
      hash.test(delta.result) &&
      Array.isArray(removed) &&
      removed.length <= MAX_PROJECTS &&
      removed.every((id) => typeof id === 'string' && ID.test(id));
    return good ? (delta as SnapshotDelta) : undefined;
  } catch {
    return undefined;
  }
}

/** Applies a delta. `wrong-base`: it was made for another snapshot; then the whole file has to be fetched. */
export async function applyDelta(before: Snapshot, text: string, at: number): Promise<Result<Snapshot, SnapshotFault>> {
  if (text.length > MAX_SNAPSHOT_CHARS) return fail('too-large', at, { detail: `${text.length} characters` });
  const delta = readDelta(text);
  if (!delta) return fail('bad-shape', at, { detail: 'no delta' });
  if (delta.base !== (await digestOf(encodeSnapshot(before)))) return fail('wrong-base', at);
  const changed = decodeSnapshot(delta.changed, at);
  if (!changed.ok) return changed;
  const gone = new Set([...delta.removed, ...changed.value.projects.map((project) => project.id)]);
  const projects = [...before.projects.filter((project) => !gone.has(project.id)), ...changed.value.projects];
  const after = encodeSnapshot({ origin: changed.value.origin, projects });
  if (delta.result !== (await digestOf(after)))
    return fail('bad-shape', at, { detail: 'the outcome is not the promised one' });
  return decodeSnapshot(JSON.parse(after), at);
}
