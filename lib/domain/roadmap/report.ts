/** Facts → criteria → verdict → the report that card and pages show, each figure with its evidence. */
import {
  type Confidence,
  type Evidence,
  type LedgerMove,
  ROADMAP_SIGNAL_IDS,
  type RoadmapItem,
  type RoadmapReport,
  type Signal,
  type SignalId,
} from '../signal.ts';
import { ledgerOf, type RoadmapVersion } from './ledger.ts';
import type { RoadmapInput } from './report-input.ts';
import { currentVersion, isoDay, type Rubric, rubricOf, type Score } from './rubric.ts';
import { stageTrack } from './track.ts';
import { roadmapVerdict } from './verdict.ts';
import { pageLabel } from './visits.ts';

/** Evidence shown per figure: enough to check it, the rest stands in the item list. */
const MAX_EVIDENCE = 12;

/** Judges what was read. Same input, same report. */
export function roadmapReport(input: RoadmapInput): RoadmapReport {
  const rubric = rubricOf(input);
  const items = input.parsed?.items ?? [];
  const kept = items.filter((i) => i.status !== 'dropped');
  const verdict = roadmapVerdict(input, rubric);
  const current = currentVersion(input);
  const removed = input.document?.removedOn !== undefined;
  const { document } = input;
  const asOf = document
    ? document.commitDate
      ? Date.parse(document.commitDate)
      : document.readAt
    : input.checked
      ? (input.checkedAt ?? input.now)
      : null;
  const known = items.length > 0;
  return {
    verdict,
    signals: [
      ...ROADMAP_SIGNAL_IDS.map((id) => signalOf(id, rubric, input, asOf)),
      verdictSignal(verdict, input, asOf),
    ],
    items,
    stages: stageTrack(input),
    moves: movesOf(input, removed ? undefined : current),
    places: placesOf(input),
    ...(document ? { document: publicDocument(document) } : {}),
    dated: known ? kept.filter((i) => i.date.end !== null).length : null,
    total: known ? kept.length : null,
    nextPromised: removed ? null : nextOf(kept, input.now),
    source: input.checked ? input.source : 'none',
    asOf,
  };
}

/** The ledger: moves between the file's versions, and between the reader's own visits to a page of the project; newest first. */
function movesOf(input: RoadmapInput, current: RoadmapVersion | undefined): LedgerMove[] {
  const ofFile = !current
    ? []
    : input.versions.length
      ? ledgerOf([current, ...input.versions])
      : (input.knownMoves ?? []).filter((m) => m.kind !== 'same');
  const ofPage = ledgerOf(input.pageVersions ?? []);
  if (!ofPage.length) return ofFile;
  return [...ofFile, ...ofPage].sort((a, b) => (a.seenOn < b.seenOn ? 1 : a.seenOn > b.seenOn ? -1 : 0));
}
function placesOf(input: RoadmapInput): RoadmapReport['places'] {
  const url = input.pageVersions?.[0]?.url;
  return url ? [...input.places, { label: pageLabel(url), url, found: true }] : input.places;
}

function publicDocument(document: NonNullable<RoadmapInput['document']>): NonNullable<RoadmapReport['document']> {
  const { readAt: _, inGit: __, ...rest } = document;
  return rest;
}

/** The next deadline that lies ahead and is still open. */
function nextOf(kept: RoadmapItem[], now: number): RoadmapReport['nextPromised'] {
  const ahead = kept.filter((i) => i.status !== 'done' && i.date.end !== null && i.date.end >= isoDay(now));
  const next = ahead.reduce<RoadmapItem | undefined>(
    (best, i) => (!best || (i.date.end as string) < (best.date.end as string) ? i : best),
    undefined,
  );
  return next ? { title: next.title || null, end: next.date.end as string } : null;
}

/** Address of one line of the document, at the commit that was read. */
export function lineUrl(url: string | undefined, line: number): string | undefined {
  if (!url?.startsWith('https://github.com/') || !url.includes('/blob/')) return url;
  return `${url.split('#')[0]?.split('?')[0]}?plain=1#L${line}`;
}

function evidenceOf(score: Score, input: RoadmapInput): Evidence[] {
  const { document } = input;
  if (!document)
    return input.places
      .slice(0, MAX_EVIDENCE)
      .map((p) => ({ label: p.label, readAt: input.now, ...(p.url ? { url: p.url } : {}) }));
  const base = { readAt: document.readAt, ...(document.commit ? { commit: document.commit } : {}) };
  const lines = (score.items ?? []).slice(0, MAX_EVIDENCE).map((item): Evidence => {
    const url = lineUrl(document.url, item.line);
    return { ...base, label: `${document.label} line ${item.line}`, line: item.line, ...(url ? { url } : {}) };
  });
  return lines.length ? lines : [{ ...base, label: document.label, ...(document.url ? { url: document.url } : {}) }];
}

/** High with at least eight structured items and a history, lower for each that is missing. */
function confidenceOf(input: RoadmapInput): Confidence {
  if (!input.checked) return 0;
  let c = 3;
  if ((input.parsed?.items.length ?? 0) < 8 || input.parsed?.unstructured) c--;
  if (!input.document?.inGit) c--;
  return Math.max(1, c) as Confidence;
}

const MILESTONE_IDS = new Set<SignalId>(['milestones-on-time']);
const DRIFT_IDS = new Set<SignalId>(['dates-kept', 'moved-items', 'median-days-moved', 'removed-items']);
function signalOf(id: SignalId, rubric: Rubric, input: RoadmapInput, asOf: number | null): Signal {
  const score = rubric.scores[id] as Score;
  const evidence = MILESTONE_IDS.has(id)
    ? (input.milestones ?? [])
        .slice(0, MAX_EVIDENCE)
        .map((m) => ({ label: m.title, readAt: input.now, ...(m.url ? { url: m.url } : {}) }))
    : evidenceOf(score, input);
  const { reference } = rubric;
  if (DRIFT_IDS.has(id) && reference)
    evidence.push({
      label: `version of ${reference.date}`,
      readAt: input.document?.readAt ?? input.now,
      ...(reference.url ? { url: reference.url } : {}),
      ...(reference.commit ? { commit: reference.commit } : {}),
    });
  return {
    id,
    value: score.value,
    ...(score.value === null ? { unknown: score.unknown ?? 'too-few' } : {}),
    ...(DRIFT_IDS.has(id) && reference ? { from: Date.parse(reference.date), to: asOf ?? input.now } : {}),
    source: input.checked ? input.source : 'none',
    asOf,
    confidence: confidenceOf(input),
    evidence: input.checked ? evidence : [],
    inputs: score.inputs,
  };
}
function verdictSignal(verdict: RoadmapReport['verdict'], input: RoadmapInput, asOf: number | null): Signal {
  const unknown = verdict === 'not checked';
  return {
    id: 'roadmap-verdict',
    value: unknown ? null : verdict,
    ...(unknown ? { unknown: 'not-read' as const } : {}),
    source: input.checked ? input.source : 'none',
    asOf,
    confidence: confidenceOf(input),
    evidence: unknown ? [] : evidenceOf({ value: null, inputs: {} }, input),
  };
}

/** The moves of a report that a card tells in one line: how many deadlines moved later, and by how much in the middle. */
export function movedLater(moves: LedgerMove[]): LedgerMove[] {
  return moves.filter((m) => m.kind === 'moved-later');
}

/** The report before anything was looked at. */
export function uncheckedRoadmap(now: number): RoadmapReport {
  return roadmapReport({
    now,
    checked: false,
    source: 'none',
    places: [],
    parsed: null,
    unreadable: false,
    versions: [],
    versionCount: null,
    itemsChangedOn: null,
    milestones: null,
    releases: null,
    live: false,
  });
}
