/**
 * Everything that the reader made: what an export holds, an import restores and no update may drop.
 * The GitHub token is not part of it, on purpose: an export is a file that people mail to themselves.
 */
import * as v from 'valibot';

/** Longest note kept, in characters: long enough for an essay, short enough for 10,000 rows in one file. */
export const MAX_NOTE_CHARS = 20_000;
/** Longest tag, and most tags on one project: more is a note. */
export const MAX_TAG_CHARS = 40;
export const MAX_TAGS = 30;
/** Longest id, name or address accepted. */
const MAX_TEXT_CHARS = 2_000;
/** Most rows of one kind in a file: ten times the 10,000 that an import must take. */
export const MAX_ROWS = 100_000;

/** Registry ids and the reader's own: lower case letters, digits, dot, dash, underscore, colon. */
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._:-]{0,119}$/, 'not a project id'));
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARS));
/** The last millisecond of 9999-12-31: the last that ISO dates with four digits can say. */
export const MAX_TIME = 253_402_300_799_999;
/** Unix ms between 1970 and 9999. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_TIME));
const isoDay = v.pipe(v.string(), v.isoDate());
const tag = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_TAG_CHARS),
  v.check((s) => s === s.trim() && !/[,;\n\r]/.test(s), 'a tag has no commas, semicolons, line breaks or outer spaces'),
);

export const WatchEntrySchema = v.strictObject({
  projectId: id,
  addedAt: time,
  /** When tags, notes or switches were last changed by the reader. */
  updatedAt: time,
  tags: v.pipe(
    v.array(tag),
    v.maxLength(MAX_TAGS),
    v.check((a) => new Set(a).size === a.length, 'a tag stands twice'),
  ),
  notes: v.pipe(v.string(), v.maxLength(MAX_NOTE_CHARS)),
  archived: v.boolean(),
  notify: v.boolean(),
});
export type WatchEntry = v.InferOutput<typeof WatchEntrySchema>;

export const OwnProjectSchema = v.strictObject({
  id,
  name: v.pipe(text, v.minLength(1)),
  aliases: v.array(text),
  symbol: v.nullable(text),
  domains: v.array(text),
  repos: v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/, 'not owner/name'))),
  orgs: v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,39}$/, 'not a GitHub name'))),
  sectors: v.array(text),
  updatedAt: time,
});
export type OwnProject = v.InferOutput<typeof OwnProjectSchema>;

/** "Not this project": where the reader said so. `where` is an address, a host, or "" for everywhere. */
export const CorrectionSchema = v.strictObject({
  projectId: id,
  scope: v.picklist(['page', 'site', 'everywhere']),
  where: text,
  at: time,
});
export type Correction = v.InferOutput<typeof CorrectionSchema>;

/** One visit to a project's roadmap page: its items as they stood that day, on the reader's own device. */
export const VisitSchema = v.strictObject({
  projectId: id,
  url: v.pipe(text, v.regex(/^https?:\/\//, 'not a web address')),
  day: isoDay,
  items: v.array(
    v.strictObject({
      title: text,
      status: v.picklist(['done', 'in_progress', 'planned', 'delayed', 'dropped', 'unknown']),
      start: v.nullable(isoDay),
      end: v.nullable(isoDay),
      dateText: v.nullable(text),
    }),
  ),
});
export type Visit = v.InferOutput<typeof VisitSchema>;

/** Settings travel as plain values; keys that this version does not know are kept as they are. */
export const SettingsBagSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/)),
  v.union([text, v.number(), v.boolean(), v.null(), v.array(text)]),
);
export type SettingsBag = v.InferOutput<typeof SettingsBagSchema>;

const rows = <T extends v.GenericSchema>(schema: T) => v.pipe(v.array(schema), v.maxLength(MAX_ROWS));

/** Raised only together with a conversion of older files in `import-json.ts`. */
export const EXPORT_VERSION = 1;

export const ReaderDataSchema = v.strictObject({
  format: v.literal('roadmark-reader-data'),
  version: v.literal(EXPORT_VERSION),
  watchlist: rows(WatchEntrySchema),
  ownProjects: rows(OwnProjectSchema),
  corrections: rows(CorrectionSchema),
  visits: rows(VisitSchema),
  settings: SettingsBagSchema,
});
export type ReaderData = v.InferOutput<typeof ReaderDataSchema>;

/** An empty set of reader's data: what a new profile holds. */
export function emptyReaderData(): ReaderData {
  return {
    format: 'roadmark-reader-data',
    version: EXPORT_VERSION,
    watchlist: [],
    ownProjects: [],
    corrections: [],
    visits: [],
    settings: {},
  };
}
