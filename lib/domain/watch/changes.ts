/**
 * When a watched project has changed: a pure reducer over its reads.
 * A change must hold for two reads in a row, so that one bad answer or a figure on the edge tells nobody anything.
 */
import type { CodeVerdict, LedgerMove, ProjectReport, RoadmapVerdict } from '../signal.ts';

export type ChangeKind = 'code-verdict' | 'roadmap-verdict' | 'promise-moved';

export interface Change {
  kind: ChangeKind;
  /** Unix ms of the read that confirmed it. */
  at: number;
  before: string | null;
  after: string;
  /** For a promise: its wording, where known, and by how many days it moved. */
  title: string | null;
  days: number | null;
  url: string | null;
}

/** A change to tell, with the project's name as the registry has it. */
export interface NoticeItem {
  projectId: string;
  name: string;
  change: Change;
}

/** What one read says. */
export interface Reading {
  at: number;
  /** Unix ms of the newest input of each half; null where nothing was read. A second look at the same input is no second read. */
  codeReadAt: number | null;
  roadmapReadAt: number | null;
  code: CodeVerdict;
  roadmap: RoadmapVerdict;
  moves: {
    key: string;
    /** ISO day of the version in which it is seen first. */
    seenOn: string;
    title: string | null;
    days: number | null;
    before: string | null;
    after: string | null;
    url: string | null;
  }[];
}

/** What was last told, and what waits for its second read. Stored with the watched project. */
export interface ChangeState {
  code: CodeVerdict | null;
  roadmap: RoadmapVerdict | null;
  pendingCode: CodeVerdict | null;
  pendingRoadmap: RoadmapVerdict | null;
  /** Keys of moves already told, and those seen once. */
  toldMoves: string[];
  pendingMoves: string[];
  /** Which read each of the waiting ones was seen in. */
  pendingCodeAt: number | null;
  pendingRoadmapAt: number | null;
  pendingMovesAt: number | null;
  /** ISO day from which on moves are told: older ones come to light when more of the history is read, and are no news. */
  movesSince: string | null;
}

export const NO_CHANGES: ChangeState = {
  code: null,
  roadmap: null,
  pendingCode: null,
  pendingRoadmap: null,
  toldMoves: [],
  pendingMoves: [],
  pendingCodeAt: null,
  pendingRoadmapAt: null,
  pendingMovesAt: null,
  movesSince: null,
};

/** Verdicts that say "we could not tell": never a change of the project itself. */
const NO_NEWS: ReadonlySet<string> = new Set(['not checked', 'withheld', 'unreadable']);
/** Moves remembered per project: more than any ledger of a year was seen to hold. */
const MAX_MOVES = 500;

/**
 * Stable key of a move: the promise and where it stands now. How it got there is left out where the wording is known, for other
 * versions of the document show the same move in other steps; a date that moves again makes another key.
 */
export function moveKey(move: LedgerMove): string {
  const now = move.after?.date?.end ?? move.kind;
  const title = move.title?.trim().toLowerCase();
  return title ? `${title}|${now}` : `|${move.before?.date?.end ?? ''}|${now}`;
}

/** Returns what a report says, reduced to what can change. Only dates that moved count as moved promises. */
export function readingOf(report: ProjectReport, at: number): Reading {
  return {
    at,
    codeReadAt: report.code.asOf,
    roadmapReadAt: report.roadmap.readAt ?? report.roadmap.asOf,
    code: report.code.verdict,
    roadmap: report.roadmap.verdict,
    moves: report.roadmap.moves
      .filter(
        (m) => m.kind === 'moved-later' || m.kind === 'moved-earlier' || m.kind === 'undated' || m.kind === 'removed',
      )
      .map((m) => ({
        key: moveKey(m),
        seenOn: m.seenOn,
        title: m.title,
        days: m.days,
        before: m.before?.date?.end ?? null,
        after: m.after?.date?.end ?? null,
        url: m.url ?? null,
      })),
  };
}

interface Step<V> {
  told: V | null;
  pending: V | null;
  pendingAt: number | null;
  changed: boolean;
}

/** One verdict's step. `pendingAt` and `readAt` say which reads they come from: equal ones are one read looked at twice. */
function verdictStep<V extends string>(old: Omit<Step<V>, 'changed'>, read: V, readAt: number | null): Step<V> {
  const { told, pending, pendingAt } = old;
  const still: Step<V> = { told, pending: null, pendingAt: null, changed: false };
  if (NO_NEWS.has(read)) return still;
  if (told === null) return { ...still, told: read };
  if (read === told) return still;
  if (read !== pending) return { ...still, pending: read, pendingAt: readAt };
  if (readAt === pendingAt) return { ...still, pending, pendingAt };
  return { ...still, told: read, changed: true };
}

/** The moves' step: which are told from now on, which wait, and which are news. */
function movesStep(
  state: ChangeState,
  reading: Reading,
): Pick<ChangeState, 'toldMoves' | 'pendingMoves' | 'movesSince'> & { news: Reading['moves'] } {
  // The first roadmap that is read is the state to compare with, and so is each move from before it.
  const since = state.movesSince ?? new Date(reading.at).toISOString().slice(0, 10);
  const first = state.roadmap === null;
  const told = new Set(state.toldMoves);
  const sameRead = state.pendingMovesAt !== null && reading.roadmapReadAt === state.pendingMovesAt;
  const pending: string[] = [];
  const news: Reading['moves'] = [];
  for (const move of reading.moves) {
    if (told.has(move.key)) continue;
    if (first || move.seenOn < since) told.add(move.key);
    else if (sameRead || !state.pendingMoves.includes(move.key)) pending.push(move.key);
    else {
      told.add(move.key);
      news.push(move);
    }
  }
  return {
    toldMoves: [...told].slice(-MAX_MOVES),
    pendingMoves: pending,
    movesSince: NO_NEWS.has(reading.roadmap) ? state.movesSince : since,
    news,
  };
}

/**
 * Takes one read in. Returns the new state and the changes to tell, each exactly once.
 * The first read of a project tells nothing: it is the state to compare with.
 */
export function observe(before: ChangeState, reading: Reading): { state: ChangeState; changes: Change[] } {
  // States of older versions lack the newer fields.
  const state = { ...NO_CHANGES, ...before };
  const code = verdictStep(
    { told: state.code, pending: state.pendingCode, pendingAt: state.pendingCodeAt },
    reading.code,
    reading.codeReadAt,
  );
  const roadmap = verdictStep(
    { told: state.roadmap, pending: state.pendingRoadmap, pendingAt: state.pendingRoadmapAt },
    reading.roadmap,
    reading.roadmapReadAt,
  );
  const { news, ...moves } = movesStep(state, reading);
  const changes: Change[] = [];
  const verdict = (kind: ChangeKind, from: string | null, after: string) =>
    changes.push({ kind, at: reading.at, before: from, after, title: null, days: null, url: null });
  if (code.changed) verdict('code-verdict', state.code, reading.code);
  if (roadmap.changed) verdict('roadmap-verdict', state.roadmap, reading.roadmap);
  for (const { before: from, after, title, days, url } of news)
    changes.push({ kind: 'promise-moved', at: reading.at, before: from, after: after ?? '', title, days, url });
  return {
    state: {
      code: code.told,
      roadmap: roadmap.told,
      pendingCode: code.pending,
      pendingRoadmap: roadmap.pending,
      ...moves,
      pendingCodeAt: code.pendingAt,
      pendingRoadmapAt: roadmap.pendingAt,
      pendingMovesAt: moves.pendingMoves.length > 0 ? reading.roadmapReadAt : null,
    },
    changes,
  };
}
