/** Reads Chromium's traces: which tasks were ours, and how long. */

export interface TraceEvent {
  name: string;
  /** Microseconds. */
  dur?: number;
  ts: number;
  tid: number;
  pid: number;
  args?: { data?: { url?: string } };
}

export interface OwnTasks {
  longestMs: number;
  /** Tasks longer than what browsers call a long one. */
  overLimit: number;
}

/** A task of 50 ms or more is a long one (W3C, Long Tasks). */
const LIMIT_MS = 50;

/** The tasks in which a script of an extension ran, with all else that ran in them. */
export function ownTasks(trace: readonly TraceEvent[]): OwnTasks {
  const own = trace.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension://'));
  const durations = trace
    .filter(({ name, dur = 0 }) => name === 'RunTask' && dur > 1000)
    .filter(({ ts, dur = 0, tid, pid }) =>
      own.some((event) => event.tid === tid && event.pid === pid && event.ts >= ts && event.ts < ts + dur),
    )
    .map(({ dur = 0 }) => dur / 1000);
  return { longestMs: Math.max(0, ...durations), overLimit: durations.filter((ms) => ms > LIMIT_MS).length };
}
