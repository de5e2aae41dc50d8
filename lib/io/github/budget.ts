/**
 * What is left of the hour, and until when nothing may be asked: from GitHub's own headers, kept in the database so that a
 * restart forgets no limit. Times from headers are compared with the host's clock, not the reader's.
 */
import type { BudgetNote } from '../../domain/signal.ts';
import { HOUR_MS, MINUTE_MS } from '../../domain/time.ts';
import type { Store } from '../db.ts';

/** GitHub: "wait at least one minute", doubling, where a limit comes without Retry-After. */
export const SECONDARY_WAIT_MS = MINUTE_MS;
/** Doubling ends here: a primary limit is at most an hour too. */
const MAX_WAIT_MS = HOUR_MS;
/** Background work leaves this share of the hour to the reader. */
export const READER_SHARE = 1 / 3;

/** GitHub counts three hours apart: requests without a token, with one, and points of GraphQL (which needs one). */
export type Hour = 'bare' | 'token' | 'points';
/** Whose hourly allowance counts: the token's, or the address's without one. */
export const hourOf = (withToken: boolean): Hour => (withToken ? 'token' : 'bare');
/** GitHub's own names of what it counts. */
const RESOURCE: Record<Hour, string> = { bare: 'core', token: 'core', points: 'graphql' };

export interface BudgetState {
  note: BudgetNote | null;
  /** Unix ms on the reader's clock; 0 when nothing is blocked. */
  blockedUntil: number;
  /** Limits without headers in a row, for doubling. */
  strikes: number;
  /** Points of the last query, as GitHub told; the next one will cost about as much. 1 for requests. */
  cost: number;
}
export interface LimitVerdict {
  limited: boolean;
  retryAt: number;
  /** The hour is used up: other hours go on. Else GitHub wants a pause from everything that is sent with the same token. */
  primary: boolean;
}

const START: BudgetState = { note: null, blockedUntil: 0, strikes: 0, cost: 1 };

/** Host clock − reader's clock in ms, from the Date header; 0 where there is none. */
export function clockSkew(headers: Headers, now: number): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isFinite(date) ? date - now : 0;
}

/** The budget that an answer tells, on the reader's clock; null without the headers. */
export function noteOf(headers: Headers, now: number, hour: Hour): BudgetNote | null {
  const [left, limit, reset] = ['remaining', 'limit', 'reset'].map((name) => {
    const text = headers.get(`x-ratelimit-${name}`);
    return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
  });
  if (left == null || limit == null || reset == null) return null;
  // Other resources (search, code search) count apart and say nothing about this hour.
  const resource = headers.get('x-ratelimit-resource');
  if (resource !== null && resource !== RESOURCE[hour]) return null;
  // A clock that is right to a second stays as it is: the header itself has only seconds.
  const skew = clockSkew(headers, now);
  return { left, limit, resetAt: reset * 1000 - (Math.abs(skew) < 2000 ? 0 : skew), withToken: hour !== 'bare' };
}

/** Whether an answer is a limit, and when to ask again (Unix ms, reader's clock). Any status; `message` is GitHub's own. */
export function limitOf(
  input: { status: number; headers: Headers; message: string; strikes: number; hour?: Hour },
  now: number,
): LimitVerdict {
  const { status, headers, message, hour = 'bare' } = input;
  const primary = headers.get('x-ratelimit-remaining') === '0';
  const limited =
    status === 429 ||
    // GraphQL says so in the body of a good answer.
    (status === 200 && hour === 'points' && /rate.?limit|abuse detection/i.test(message)) ||
    (status === 403 && (headers.has('retry-after') || primary || /rate limit|abuse detection/i.test(message)));
  if (!limited) return { limited, retryAt: 0, primary };
  const after = headers.get('retry-after');
  if (after !== null && /^\d{1,6}$/.test(after)) return { limited, primary, retryAt: now + Number(after) * 1000 };
  const asDate = after === null ? Number.NaN : Date.parse(after);
  if (Number.isFinite(asDate)) return { limited, primary, retryAt: Math.max(now, asDate - clockSkew(headers, now)) };
  const note = noteOf(headers, now, hour);
  if (note && note.left === 0 && note.resetAt > now) return { limited, primary, retryAt: note.resetAt };
  return { limited, primary: false, retryAt: now + Math.min(MAX_WAIT_MS, SECONDARY_WAIT_MS * 2 ** input.strikes) };
}

export interface Budget {
  /** As known now; a past reset gives the whole hour back. */
  note(now: number, hour: Hour): BudgetNote | null;
  /** When the next request of this kind may go: `now` for at once, else Unix ms. */
  allowedAt(now: number, forReader: boolean, hour: Hour): number;
  /** Takes an answer in; returns whether it was a limit. */
  observe(answer: { status: number; headers: Headers; message: string }, now: number, hour: Hour): LimitVerdict;
  /** Takes in what a GraphQL answer says of its own price. resetAt in Unix ms. */
  spent(rate: { cost: number; limit: number; remaining: number; resetAt: number }): void;
  /** Another token: what the one before was held back by is not its concern. */
  renew(): void;
  load(): Promise<void>;
  save(): Promise<void>;
}

const soon = (until: number, now: number) => until > now && until <= now + 2 * MAX_WAIT_MS;

/** Makes the budgets over `store`, one per hour that GitHub counts. */
export function createBudget(store: Store): Budget {
  const states: Record<Hour, BudgetState> = { token: { ...START }, bare: { ...START }, points: { ...START } };
  let loaded: Promise<void> | null = null;
  const note = (now: number, hour: Hour) => {
    const known = states[hour].note;
    if (!known) return null;
    // Past its reset, or further away than an hour (the clock was set back): nothing is known but the limit.
    return soon(known.resetAt, now) ? known : { ...known, left: known.limit, resetAt: now + MAX_WAIT_MS };
  };
  return {
    note,
    allowedAt(now, forReader, hour) {
      const { blockedUntil, cost } = states[hour];
      if (soon(blockedUntil, now)) return blockedUntil;
      const known = note(now, hour);
      if (!known) return now;
      const floor = forReader ? 0 : known.limit * READER_SHARE;
      return known.left - (cost - 1) > floor ? now : known.resetAt;
    },
    observe(answer, now, hour) {
      const state = states[hour];
      state.note = noteOf(answer.headers, now, hour) ?? state.note;
      const verdict = limitOf({ ...answer, strikes: state.strikes, hour }, now);
      if (verdict.limited) {
        const together: Hour[] = verdict.primary || hour === 'bare' ? [hour] : ['token', 'points'];
        for (const one of together.map((name) => states[name])) {
          one.blockedUntil = Math.max(soon(one.blockedUntil, now) ? one.blockedUntil : 0, verdict.retryAt);
        }
        state.strikes++;
      } else if (answer.status < 400) state.strikes = 0;
      return verdict;
    },
    spent({ cost, limit, remaining, resetAt }) {
      const state = states.points;
      state.cost = Math.max(1, cost);
      // The headers of the same answer say it too, on the reader's clock, and are taken in after this; a browser may hide them.
      state.note = { left: remaining, limit, resetAt, withToken: true };
    },
    renew() {
      // Of the requests its check has told already; points it tells with its first question.
      Object.assign(states.token, { blockedUntil: 0, strikes: 0 });
      states.points = { ...START };
    },
    load() {
      loaded ??= store
        .run((db) => db.meta.get('budget'))
        .then((row) => {
          const kept = row.ok ? (row.value?.value as Partial<typeof states> | undefined) : undefined;
          for (const hour of ['token', 'bare', 'points'] as const) Object.assign(states[hour], kept?.[hour]);
        });
      return loaded;
    },
    async save() {
      await store.run((db) => db.meta.put({ key: 'budget', value: states }));
    },
  };
}
