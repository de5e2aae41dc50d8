/** What all parsers of GitHub's answers share: where an answer came from, and how its shape is checked. */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';
import type { Read } from './repo-facts.ts';

/** Where an answer came from. */
export interface Origin {
  /** Unix ms. */
  readAt: number;
  /** Path that was asked. */
  api: string;
  etag?: string;
  commit?: string;
}

export const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** An ISO time → Unix ms. */
export const Instant = v.pipe(
  v.string(),
  v.check((text) => Number.isFinite(Date.parse(text)), 'no date'),
  v.transform((text) => Date.parse(text)),
);
export const Account = v.nullish(
  v.object({ id: v.optional(v.number()), login: v.optional(v.string()), type: v.optional(v.string()) }),
);

/** Checks `json` against the schema; a wrong shape is a failure of kind "bad-answer" that says where. */
export function check<S extends v.GenericSchema>(schema: S, json: unknown, origin: Origin): Result<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return ok(parsed.output);
  const issue = parsed.issues[0];
  const where = (issue.path ?? []).map((step) => String((step as { key: unknown }).key)).join('.');
  return fail('bad-answer', origin.readAt, { subject: origin.api, detail: `${where || 'answer'}: ${issue.message}` });
}

/** Wraps a parsed value with its origin. */
export function readOf<T>(value: T, origin: Origin): Read<T> {
  return {
    value,
    readAt: origin.readAt,
    api: origin.api,
    ...(origin.etag ? { etag: origin.etag } : {}),
    ...(origin.commit ? { commit: origin.commit } : {}),
  };
}
