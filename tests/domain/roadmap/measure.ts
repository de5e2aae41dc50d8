/** Precision and recall of a parse against labels, by line. Shared by the tests and the benchmark. */
import type { ItemStatus, RoadmapItem, Stage } from '../../../lib/domain/signal.ts';

export interface Label {
  line: number;
  status: ItemStatus;
  start: string | null;
  end: string | null;
  stages: Stage[];
}
export interface Tally {
  hit: number;
  extra: number;
  missed: number;
  compared: number;
  dates: number;
  statuses: number;
  stageHit: number;
  stageExtra: number;
  stageMissed: number;
  notes: string[];
}
export const emptyTally = (): Tally => ({
  ...{ hit: 0, extra: 0, missed: 0, compared: 0, dates: 0, statuses: 0, stageHit: 0, stageExtra: 0, stageMissed: 0 },
  notes: [],
});
const f1 = (hit: number, extra: number, missed: number) => (hit ? (2 * hit) / (2 * hit + extra + missed) : 0);
export const figures = (t: Tally) => ({
  items: f1(t.hit, t.extra, t.missed),
  itemPrecision: t.hit / (t.hit + t.extra),
  itemRecall: t.hit / (t.hit + t.missed),
  dates: t.dates / t.compared,
  statuses: t.statuses / t.compared,
  stages: f1(t.stageHit, t.stageExtra, t.stageMissed),
});

/** Adds one document to the tally. Lines in `neutral` count neither way; what they match is not compared. */
export function measure(
  name: string,
  labels: Label[],
  items: RoadmapItem[],
  tally: Tally,
  neutral: ReadonlySet<number> = new Set(),
): void {
  const byLine = new Map(items.map((i) => [i.line, i]));
  for (const label of labels) {
    const got = byLine.get(label.line);
    byLine.delete(label.line);
    if (!got) {
      if (!neutral.has(label.line)) {
        tally.missed++;
        tally.notes.push(`${name}:${label.line} missed`);
      }
      continue;
    }
    tally.hit++;
    if (neutral.has(label.line)) continue;
    tally.compared++;
    if (got.date.start === label.start && got.date.end === label.end) tally.dates++;
    else
      tally.notes.push(
        `${name}:${label.line} date ${got.date.start}..${got.date.end}, label ${label.start}..${label.end}`,
      );
    if (got.status === label.status) tally.statuses++;
    else tally.notes.push(`${name}:${label.line} status ${got.status} (${got.statusBy}), label ${label.status}`);
    for (const s of got.stages) {
      if (label.stages.includes(s)) tally.stageHit++;
      else tally.stageExtra++;
    }
    tally.stageMissed += label.stages.filter((s) => !got.stages.includes(s)).length;
    if (got.stages.join() !== [...label.stages].join())
      tally.notes.push(`${name}:${label.line} stages ${got.stages}, label ${label.stages}`);
  }
  for (const line of byLine.keys())
    if (!neutral.has(line)) {
      tally.extra++;
      tally.notes.push(`${name}:${line} extra "${byLine.get(line)?.title.slice(0, 50)}"`);
    }
}

const MARK = /\s*⟦([^⟧]*)⟧\s*$/;
/** Text and labels of an annotated fixture. */
export function readAnnotated(source: string): { text: string; labels: Label[] } {
  const labels: Label[] = [];
  const lines = source.split('\n').map((line, i) => {
    const m = MARK.exec(line);
    if (!m) return line;
    const [status, start, end, stages] = (m[1] as string).split(' ');
    const none = (s: string | undefined) => (!s || s === '-' ? null : s);
    labels.push({
      line: i + 1,
      status: status as ItemStatus,
      start: none(start),
      end: none(end),
      stages: (none(stages)?.split(',') ?? []) as Stage[],
    });
    return line.slice(0, m.index);
  });
  return { text: lines.join('\n'), labels };
}
