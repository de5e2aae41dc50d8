/** The stage track: for each stage what the roadmap says, and what a release, tag or closed milestone shows. */
import { type RoadmapItem, STAGES, type Stage, type StageState } from '../signal.ts';
import type { RoadmapInput } from './report-input.ts';
import { shownBy } from './shown.ts';
import { stagesOf } from './stages.ts';

/** The item that speaks for a stage: an open one before a done one, the earliest deadline first; else the last that was done. */
function speaker(items: RoadmapItem[]): RoadmapItem | undefined {
  const open = items.filter((i) => i.status !== 'done' && i.status !== 'dropped');
  const dated = (list: RoadmapItem[]) =>
    [...list].sort((a, b) => (a.date.end ?? '9999').localeCompare(b.date.end ?? '9999'));
  if (open.length) return open.find((i) => i.status === 'in_progress') ?? dated(open)[0];
  const done = items.filter((i) => i.status === 'done');
  return done.length ? [...done].sort((a, b) => (b.date.end ?? '').localeCompare(a.date.end ?? ''))[0] : items[0];
}

/** Six states, in the order of a project's life. */
export function stageTrack(input: RoadmapInput): StageState[] {
  const items = input.parsed?.items ?? [];
  const closed = (input.milestones ?? [])
    .filter((m) => m.closedOn !== null)
    .map((m) => ({ title: m.title, date: m.closedOn as string, ...(m.url ? { url: m.url } : {}) }));
  const shown = [...(input.releases ?? []), ...closed];
  return STAGES.map((stage): StageState => {
    const own = items.filter((i) => i.stages.includes(stage));
    const item = speaker(own);
    const proof = proofOf(stage, own, shown);
    return {
      stage,
      says: item?.status ?? null,
      saysDate: item?.date.end || item?.date.start ? item.date : null,
      saysItem: item?.title || null,
      line: item?.line ?? null,
      shown: proof ? { label: proof.title, date: proof.date, ...(proof.url ? { url: proof.url } : {}) } : null,
    };
  });
}

/** A release shows the stage that its own title names, or an item of that stage that it is the release of. Money leaves no release. */
function proofOf(stage: Stage, items: RoadmapItem[], shown: { title: string; date: string; url?: string }[]) {
  if (stage === 'funding' || stage === 'after') return undefined;
  const recent = [...shown].sort((a, b) => b.date.localeCompare(a.date)).slice(0, 200);
  const named = recent.find((r) => {
    const stages = stagesOf(r.title);
    // A version number alone shows that code was released, not that a network was launched.
    return stage === 'development'
      ? stages.length > 0
      : /\p{L}{4}/u.test(r.title.replace(/release|version/gi, '')) && stages.includes(stage);
  });
  if (named) return named;
  for (const item of items) {
    const proof = shownBy(item, recent);
    if (proof) return proof;
  }
  return undefined;
}
