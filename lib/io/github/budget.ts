/**
 * What is left of the hour, and until when nothing may be asked: from GitHub's own headers, kept in the database so that a
 * restart forgets no limit. Times from headers are compared with the host's clock, not the reader's.
 */
import type { BudgetNote } from '../../domain/signal.ts';
import type { Store } from '../db.ts';

/** GitHub: "wait at least one minute", doubling, where a limit comes without Retry-After. */
export const SECONDARY_WAIT_MS = 60_000;
/** Doubling ends here: a primary limit is at most an hour too. */
const MAX_WAIT_MS = 3_600_000;
/** Background work leaves this share of the hour to the reader. */
export const READER_SHARE = 1 / 3;

export interface BudgetState {
  note: BudgetNote | null;
  /** Unix ms on the reader's clock; 0 when nothing is blocked. */
  blockedUntil: number;
  /** Limits without headers in a row, for doubling. */
  strikes: number;
}
export interface LimitVerdict {
  limited: boolean;
  retryAt: number;
}

const START: BudgetState = { note: null, blockedUntil: 0, strikes: 0 };

/** Host clock − reader's clock in ms, from the Date header; 0 where there is none. */
export function clockSkew(headers: Headers, now: number): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isFinite(date) ? date - now : 0;
}

/** The budget that an answer tells, on the reader's clock; null without the headers. */
export function noteOf(headers: Headers, now: number, withToken: boolean): BudgetNote | null {
  const [left, limit, reset] = ['remaining', 'limit', 'reset'].map((name) => {
    const text = headers.get(`x-ratelimit-${name}`);
    return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
  });
  if (left == null || limit == null || reset == null) return null;
  // Other resources (search, GraphQL) count apart; only "core" is the hour that the reader sees.
  const resource = headers.get('x-ratelimit-resource');
  if (resource !== null && resource !== 'core') return null;
  // A clock that is right to a second stays as it is: the header itself has only seconds.
  const skew = clockSkew(headers, now);
  return { left, limit, resetAt: reset * 1000 - (Math.abs(skew) < 2000 ? 0 : skew), withToken };
}

/** Whether an answer is a limit, and when to ask again (Unix ms, reader's clock). Any status; `message` is GitHub's own. */
export function limitOf(
  input: { status: number; headers: Headers; message: string; strikes: number },
  now: number,
): LimitVerdict {
  const { status, headers, message } = input;
  const limited =
    status === 429 ||
    (status === 403 &&
      (headers.has('retry-after') ||
        headers.get('x-ratelimit-remaining') === '0' ||
        /rate limit|abuse detection/i.test(message)));
  if (!limited) return { limited, retryAt: 0 };
  const after = headers.get('retry-after');
  if (after !== null && /^\d{1,6}$/.test(after)) return { limited, retryAt: now + Number(after) * 1000 };
  const asDate = after === null ? Number.NaN : Date.parse(after);
  if (Number.isFinite(asDate)) return { limited, retryAt: Math.max(now, asDate - clockSkew(headers, now)) };
  const note = noteOf(headers, now, false);
  if (note && note.left === 0 && note.resetAt > now) return { limited, retryAt: note.resetAt };
  return { limited, retryAt: now + Math.min(MAX_WAIT_MS, SECONDARY_WAIT_MS * 2 ** input.strikes) };
}

export interface Budget {
  /** As known now; a past reset gives the whole hour back. */
  note(now: number, withToken: boolean): BudgetNote | null;
  /** When the next request of this kind may go: `now` for at once, else Unix ms. */
  allowedAt(now: number, forReader: boolean, withToken: boolean): number;
  /** Takes an answer in; returns whether it was a limit. */
  observe(answer: { status: number; headers: Headers; message: string }, now: number, withToken: boolean): LimitVerdict;
  load(): Promise<void>;
  save(): Promise<void>;
}

/** Makes the budgets over `store`: one with the token and one without, since GitHub counts them apart. */
export function createBudget(store: Store): Budget {
  let states: Record<'token' | 'bare', BudgetState> = { token: { ...START }, bare: { ...START } };
  let loaded: Promise<void> | null = null;
  const of = (withToken: boolean) => states[withToken ? 'token' : 'bare'];
  const note = (now: number, withToken: boolean) => {
    const known = of(withToken).note;
    if (!known) return null;
    // Past its reset, or further away than an hour (the clock was set back): nothing is known but the limit.
    const stands = known.resetAt > now && known.resetAt <= now + 2 * MAX_WAIT_MS;
    return stands ? known : { ...known, left: known.limit, resetAt: now + MAX_WAIT_MS };
  };
  return {
    note,
    allowedAt(now, forReader, withToken) {
      const { blockedUntil } = of(withToken);
      if (blockedUntil > now && blockedUntil <= now + 2 * MAX_WAIT_MS) return blockedUntil;
      const known = note(now, withToken);
      if (!known) return now;
      const floor = forReader ? 0 : known.limit * READER_SHARE;
      return known.left > floor ? now : known.resetAt;
    },
    observe(answer, now, withToken) {
      const state = of(withToken);
      state.note = noteOf(answer.headers, now, withToken) ?? state.note;
      const verdict = limitOf({ ...answer, strikes: state.strikes }, now);
      if (verdict.limited) {
        state.blockedUntil = Math.max(
          state.blockedUntil > now + 2 * MAX_WAIT_MS ? 0 : state.blockedUntil,
          verdict.retryAt,
        );
        state.strikes++;
      } else if (answer.status < 400) state.strikes = 0;
      return verdict;
    },
    load() {
      loaded ??= store
        .run((db) => db.meta.get('budget'))
        .then((row) => {
          const kept = row.ok ? (row.value?.value as typeof states | undefined) : undefined;
          if (kept?.token && kept.bare) states = kept;
        });
      return loaded;
    },
    async save() {
      await store.run((db) => db.meta.put({ key: 'budget', value: states }));
    },
  };
}
