/** Runs the lens on request: puts it into the tab, takes its reading, fetches facts by id, answers the claims here. */
import { useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { answerClaim } from '../../lib/domain/claims/answer-claim.ts';
import type { ClaimAnswer } from '../../lib/domain/claims/answer-types.ts';
import type { LensReading } from '../../lib/domain/claims/reading.ts';
import type { Claim } from '../../lib/domain/claims/types.ts';
import type { SectorFigures } from '../../lib/domain/snapshot/baselines.ts';
import type { LensFacts, LensMessage } from '../../lib/protocol.ts';
import { type Failure, fail } from '../../lib/result.ts';
import { call } from '../kit/client.ts';
import type { Beside } from './use-tab.ts';

export interface LensView {
  reading: LensReading;
  facts: LensFacts;
  baselines: ReadonlyMap<string, SectorFigures>;
  answers: { claim: Claim; answer: ClaimAnswer }[];
}

export type LensState =
  | { state: 'idle' }
  | { state: 'reading' }
  | { state: 'done'; view: LensView }
  | { state: 'failed'; failure: Failure };

/** So many projects of one page are asked for; the protocol takes more, a panel shows fewer. */
const MAX_PROJECTS = 200;

/** Sectors to ask for: those named, those that claims are about, and all together. */
function wanted(reading: LensReading): { projectIds: string[]; sectors: string[] } {
  const subjects = reading.claims.map((c) => c.subject);
  const ids = [
    ...reading.projects.map((p) => p.projectId),
    ...subjects.filter((s) => s.kind === 'project').map((s) => s.id),
  ];
  const sectors = [
    ...reading.concepts.map((c) => c.sector),
    ...subjects.filter((s) => s.kind === 'sector').map((s) => s.id),
  ];
  return { projectIds: [...new Set(ids)].slice(0, MAX_PROJECTS), sectors: [...new Set([...sectors, 'all'])] };
}

/** Pure: what the panel shows from a reading and the facts at hand. */
export function viewOf(reading: LensReading, facts: LensFacts, now: number): LensView {
  const baselines = new Map(facts.baselines.map((b) => [b.sector, b]));
  const reports = new Map(facts.reports.map((r) => [r.projectId, r]));
  const held = { now, writtenAt: reading.date?.at ?? null, reports, baselines };
  return {
    reading,
    facts,
    baselines,
    answers: reading.claims.map((claim) => ({ claim, answer: answerClaim(claim, held) })),
  };
}

async function read(tabId: number): Promise<LensState> {
  const injected = await call('lens.read', { tabId });
  if (!injected.ok) return { state: 'failed', failure: injected.failure };
  const message: LensMessage = { roadmark: 1, tab: 'lens' };
  let reading: LensReading | null = null;
  try {
    reading = ((await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) as LensReading | undefined) ?? null;
  } catch {
    // The page went away while it was read: told below.
  }
  if (!reading) return { state: 'failed', failure: fail('cancelled', Date.now()).failure };
  const facts = await call('lens.facts', wanted(reading));
  if (!facts.ok) return { state: 'failed', failure: facts.failure };
  return { state: 'done', view: viewOf(reading, facts.value, Date.now()) };
}

/** A reading belongs to one page: another tab or a navigation drops it, and a late one is not shown. */
export function useLens(beside: Beside | null): { lens: LensState; check(): void } {
  const page = beside ? `${beside.tabId} ${beside.page}` : '';
  const [held, setHeld] = useState<{ page: string; lens: LensState }>({ page: '', lens: { state: 'idle' } });
  const run = useRef(0);
  function check() {
    if (!beside) return;
    run.current += 1;
    const mine = run.current;
    setHeld({ page, lens: { state: 'reading' } });
    void read(beside.tabId).then((lens) => {
      if (run.current === mine) setHeld({ page, lens });
    });
  }
  return { lens: held.page === page ? held.lens : { state: 'idle' }, check };
}

/** Frames the counted words in the page, or takes the frames away. */
export async function frameTerms(tabId: number, on: boolean): Promise<void> {
  const message: LensMessage = { roadmark: 1, tab: 'lens-terms', on };
  try {
    await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    // The page is gone, and its frames with it.
  }
}
