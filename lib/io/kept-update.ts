/** What the database holds of snapshot updates: where they come from, what was asked when, and the update itself. Three rows of `meta`. */
import * as v from 'valibot';
import { ok, type Result } from '../result.ts';
import type { Store } from './db.ts';

const SOURCE = 'snapshot-source';
const ASKED = 'snapshot-asked';
const UPDATE = 'snapshot-update';

const time = v.pipe(v.number(), v.minValue(0));
const sourceShape = v.object({ address: v.string(), publicKey: v.nullable(v.string()) });
const askedShape = v.object({
  startedAt: time,
  endedAt: v.nullable(time),
  tries: v.pipe(v.number(), v.integer(), v.minValue(0)),
  outcome: v.nullable(v.string()),
  detail: v.nullable(v.string()),
  etag: v.nullable(v.string()),
});
const updateShape = v.object({ text: v.string(), key: v.string(), takenAt: time });

/** The reader's choice; `publicKey` null: only the keys of the extension count. */
export type UpdateSource = v.InferOutput<typeof sourceShape>;
/** The last time that the address was asked; `endedAt` null: the worker died in between, or is at it. */
export type Asked = v.InferOutput<typeof askedShape>;
/** An update that passed every check, with the key that signed it. */
export type TakenUpdate = v.InferOutput<typeof updateShape>;

export interface KeptUpdate {
  source(): Promise<Result<UpdateSource | null>>;
  asked(): Promise<Result<Asked | null>>;
  update(): Promise<Result<TakenUpdate | null>>;
  noteAsked(asked: Asked): Promise<Result<unknown>>;
  /** The update and the note that it was taken, both or neither: a tag without its file would be answered "unchanged" for ever. */
  take(update: TakenUpdate, asked: Asked): Promise<Result<unknown>>;
  /** Another source, or none: what came from the one before is forgotten with it. */
  setSource(source: UpdateSource | null): Promise<Result<unknown>>;
}

/** Makes the access; a row of another shape is as good as none. */
export function createKeptUpdate(store: Store): KeptUpdate {
  const read = async <S extends v.GenericSchema>(key: string, shape: S): Promise<Result<v.InferOutput<S> | null>> => {
    const row = await store.run((db) => db.meta.get(key));
    if (!row.ok) return row;
    const value: unknown = row.value?.value;
    return ok(v.is(shape, value) ? value : null);
  };
  return {
    source: () => read(SOURCE, sourceShape),
    asked: () => read(ASKED, askedShape),
    update: () => read(UPDATE, updateShape),
    noteAsked: (asked) => store.run((db) => db.meta.put({ key: ASKED, value: asked })),
    take: (update, asked) =>
      store.run((db) =>
        db.transaction('rw', db.meta, async () => {
          await db.meta.put({ key: UPDATE, value: update });
          await db.meta.put({ key: ASKED, value: asked });
        }),
      ),
    setSource: (source) =>
      store.run((db) =>
        db.transaction('rw', db.meta, async () => {
          await db.meta.bulkDelete([SOURCE, ASKED, UPDATE]);
          if (source) await db.meta.put({ key: SOURCE, value: source });
        }),
      ),
  };
}
