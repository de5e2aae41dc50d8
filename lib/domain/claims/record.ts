/** What is on record about a stage of a project: done and open items of its own roadmap, and what a release or milestone shows. */
import { foldedWords } from '../roadmap/normalise.ts';
import type { Evidence, ItemStatus, ProjectReport, Stage } from '../signal.ts';
import { DAY_MS } from '../time.ts';
import type { ClaimTime, Predicate } from './types.ts';
import { has } from './words/index.ts';

export interface RecordItem {
  title: string | null;
  status: ItemStatus;
  time: ClaimTime | null;
}

export interface StageRecord {
  done: RecordItem[];
  open: RecordItem[];
  /** ISO day. */
  shown: string | null;
  /** ISO day of the roadmap's own version; null where it is not known. */
  roadmapDate: string | null;
  asOf: number | null;
  evidence: Evidence[];
}

const STAGE: Partial<Record<Predicate, Stage>> = {
  mainnet: 'launch',
  testnet: 'test',
  launch: 'launch',
  audit: 'audit',
  funding: 'funding',
};
const OPEN: ItemStatus[] = ['planned', 'in_progress', 'delayed'];

/** A stage holds more than one thing: only an item that names the network by word is about it. */
function names(predicate: Predicate, title: string | null): boolean {
  if (predicate !== 'mainnet' && predicate !== 'testnet') return true;
  return title !== null && has(foldedWords(title), predicate);
}

const timeOf = (start: string | null, end: string | null): ClaimTime | null =>
  end ? { start: start ?? end, end } : null;

/** Record of one stage; empty lists where the roadmap was not read or does not name it. */
export function recordOf(report: ProjectReport, predicate: Predicate): StageRecord {
  const stage = STAGE[predicate];
  const { items, stages, document, asOf } = report.roadmap;
  const own: (RecordItem & { line: number })[] = items
    .filter((i) => stage !== undefined && i.stages.includes(stage) && names(predicate, i.title))
    .map((i) => ({ title: i.title, status: i.status, time: timeOf(i.date.start, i.date.end), line: i.line }));
  const state = stages.find((s) => s.stage === stage);
  if (own.length === 0 && state?.says && names(predicate, state.saysItem)) {
    const { saysDate, saysItem, says, line } = state;
    own.push({
      title: saysItem,
      status: says,
      time: timeOf(saysDate?.start ?? null, saysDate?.end ?? null),
      line: line ?? 0,
    });
  }
  const shown = state?.shown && names(predicate, state.shown.label) ? state.shown : null;
  const evidence: Evidence[] = [];
  if (document && own[0]) {
    evidence.push({
      label: `${document.label} line ${own[0].line}`,
      readAt: asOf ?? 0,
      line: own[0].line,
      ...(document.url ? { url: document.url } : {}),
      ...(document.commit ? { commit: document.commit } : {}),
    });
  }
  if (shown) evidence.push({ label: shown.label, readAt: asOf ?? 0, ...(shown.url ? { url: shown.url } : {}) });
  return {
    done: own.filter((i) => i.status === 'done'),
    open: own.filter((i) => OPEN.includes(i.status)),
    shown: shown?.date ?? null,
    roadmapDate: document?.commitDate ?? null,
    asOf,
    evidence,
  };
}

/** Days between two intervals; 0 where they overlap. ISO days. */
export function daysApart(a: ClaimTime, b: ClaimTime): number {
  const ms = Math.max(0, Date.parse(b.start) - Date.parse(a.end), Date.parse(a.start) - Date.parse(b.end));
  return Math.round(ms / DAY_MS);
}
