/** A row of the collected project list, as its file has it, and the table of ambiguous names beside it. */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';

const Texts = v.array(v.string());
const Slug = v.optional(v.nullable(v.string()));
const SourceRowSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.pipe(v.string(), v.nonEmpty()),
  aliases: Texts,
  symbol: v.nullable(v.string()),
  domains: Texts,
  github: Texts,
  sector: Texts,
  sources: Texts,
  slugs: v.object({ coingecko: Slug, cmc: Slug, defillama: Slug, l2beat: Slug }),
  x_handle: v.optional(v.string()),
  status: v.optional(v.string()),
  ec_parents: v.optional(Texts),
  domain_stale_source: v.optional(v.boolean()),
  domains_knowledge_only: v.optional(Texts),
  core: v.boolean(),
});
export type SourceRow = v.InferOutput<typeof SourceRowSchema>;

const AmbiguitySchema = v.object({
  names: v.array(
    v.object({
      name: v.string(),
      id: v.nullable(v.string()),
      cls: v.picklist(['U', 'C', 'X']),
      anti_next: v.nullable(v.string()),
      anti_prev: v.nullable(v.string()),
      own_qualifiers: Texts,
    }),
  ),
});
export type Ambiguity = v.InferOutput<typeof AmbiguitySchema>;
export type AmbiguousName = Ambiguity['names'][number];

/** Reads the list, one JSON object a line. Fails with `bad-answer` and the number of the first bad line. */
export function readRows(text: string): Result<SourceRow[], 'bad-answer'> {
  const rows: SourceRow[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return fail('bad-answer', 0, { detail: `line ${index + 1}: not JSON` });
    }
    const parsed = v.safeParse(SourceRowSchema, json);
    if (!parsed.success) {
      const issue = parsed.issues[0];
      return fail('bad-answer', 0, { detail: `line ${index + 1}, ${v.getDotPath(issue)}: ${issue.message}` });
    }
    rows.push(parsed.output);
  }
  return ok(rows);
}

/** The table as JSON. An escaped dash outside a set is refused under the "u" flag; a bare one means the same. */
const withoutEscapedDash = (json: string) => json.replaceAll(String.raw`|\\-)`, '|-)');

/** Reads the table of ambiguous names. Fails with `bad-answer` where its shape is another. */
export function readAmbiguity(text: string): Result<Ambiguity, 'bad-answer'> {
  try {
    return ok(v.parse(AmbiguitySchema, JSON.parse(withoutEscapedDash(text))));
  } catch (error) {
    return fail('bad-answer', 0, { detail: `ambiguity table: ${String(error)}` });
  }
}
