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

/** What one read says. */
export interface Reading {
  at: number;
  code: CodeVerdict;
  roadmap: RoadmapVerdict;
  moves: {
    key: string;
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
}

export const NO_CHANGES: ChangeState = {
  code: null,
  roadmap: null,
  pendingCode: null,
  pendingRoadmap: null,
  toldMoves: [],
  pendingMoves: [],
};

/** Verdicts that say "we could not tell": never a change of the project itself. */
const NO_NEWS: ReadonlySet<string> = new Set(['not checked', 'withheld', 'unreadable']);
/** Moves remembered per project: more than any ledger of a year was seen to hold. */
const MAX_MOVES = 500;

/** Stable key of a move: survives re-reading, differs when the date moves again. */
export function moveKey(move: LedgerMove): string {
  return [
    move.kind,
    move.before?.date?.end ?? '',
    move.after?.date?.end ?? '',
    move.commit ?? move.seenOn,
    move.title ?? '',
  ].join('|');
}

/** Returns what a report says, reduced to what can change. Only dates that moved count as moved promises. */
export function readingOf(report: ProjectReport, at: number): Reading {
  return {
    at,
    code: report.code.verdict,
    roadmap: report.roadmap.verdict,
    moves: report.roadmap.moves
      .filter(
        (m) => m.kind === 'moved-later' || m.kind === 'moved-earlier' || m.kind === 'undated' || m.kind === 'removed',
      )
      .map((m) => ({
        key: moveKey(m),
        title: m.title,
        days: m.days,
        before: m.before?.date?.end ?? null,
        after: m.after?.date?.end ?? null,
        url: m.url ?? null,
      })),
  };
}

function verdictStep<V extends string>(
  told: V | null,
  pending: V | null,
  read: V,
): { told: V | null; pending: V | null; changed: boolean } {
  if (NO_NEWS.has(read)) return { told, pending: null, changed: false };
  if (told === null) return { told: read, pending: null, changed: false };
  if (read === told) return { told, pending: null, changed: false };
  if (read !== pending) return { told, pending: read, changed: false };
  return { told: read, pending: null, changed: true };
}

/**
 * Takes one read in. Returns the new state and the changes to tell, each exactly once.
 * The first read of a project tells nothing: it is the state to compare with.
 */
export function observe(state: ChangeState, reading: Reading): { state: ChangeState; changes: Change[] } {
  const first = state.code === null && state.roadmap === null;
  const code = verdictStep(state.code, state.pendingCode, reading.code);
  const roadmap = verdictStep(state.roadmap, state.pendingRoadmap, reading.roadmap);
  const changes: Change[] = [];
  const verdict = (kind: ChangeKind, before: string | null, after: string) =>
    changes.push({ kind, at: reading.at, before, after, title: null, days: null, url: null });
  if (code.changed) verdict('code-verdict', state.code, reading.code);
  if (roadmap.changed) verdict('roadmap-verdict', state.roadmap, reading.roadmap);

  const told = new Set(state.toldMoves);
  const pending: string[] = [];
  for (const move of reading.moves) {
    if (told.has(move.key)) continue;
    if (first) told.add(move.key);
    else if (!state.pendingMoves.includes(move.key)) pending.push(move.key);
    else {
      told.add(move.key);
      changes.push({
        kind: 'promise-moved',
        at: reading.at,
        before: move.before,
        after: move.after ?? '',
        title: move.title,
        days: move.days,
        url: move.url,
      });
    }
  }
  return {
    state: {
      code: code.told,
      roadmap: roadmap.told,
      pendingCode: code.pending,
      pendingRoadmap: roadmap.pending,
      toldMoves: [...told].slice(-MAX_MOVES),
      pendingMoves: pending,
    },
    changes,
  };
}

/** Quiet hours as minutes since local midnight; may cross midnight. Returns whether `minute` lies inside. */
export function isQuiet(minute: number, quiet: { from: number; to: number } | null): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  return quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
}
