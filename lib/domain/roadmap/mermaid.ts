/** Mermaid's `gantt` and `timeline` diagrams, which some roadmaps are drawn with, as blocks: a table of tasks, or headings with lists. */
import { type Block, makeBlock, type Row } from './blocks.ts';

/** A day or a month: both are written in `gantt`, as its dateFormat says. */
const START = /^(\d{4}-\d\d)(-\d\d)?$/;
const SPAN = /^(\d{1,4})([dwMy])$/;
const isStart = (s: string) => START.test(s) && !Number.isNaN(Date.parse(s));
const firstDay = (s: string) => (s.length === 7 ? `${s}-01` : s);

/** The day on which a span from `iso` ends. */
function endOf(iso: string, span: string): string {
  const [, count, unit] = SPAN.exec(span) ?? [];
  const end = new Date(firstDay(iso));
  if (unit === 'M' || unit === 'y') {
    end.setUTCMonth(end.getUTCMonth() + Number(count) * (unit === 'y' ? 12 : 1));
    end.setUTCDate(end.getUTCDate() - 1);
  } else end.setUTCDate(end.getUTCDate() + Number(count) * (unit === 'w' ? 7 : 1));
  return end.toISOString().slice(0, 10);
}

/** Blocks of a code block that may be a diagram; its first line is `line`. Empty for code and other kinds of diagram. */
export function diagram(source: string, lang: string, line: number): Block[] {
  if (!/^(?:mermaid|gantt|timeline|)$/.test(lang)) return [];
  const lines = source.split('\n');
  const first =
    lines
      .find((l) => l.trim())
      ?.trim()
      .split(/\s/)[0] ?? '';
  const kind = lang === 'gantt' || lang === 'timeline' ? lang : first;
  if (kind === 'timeline') return timeline(lines, line);
  return kind === 'gantt' ? gantt(lines, line) : [];
}

interface Task {
  id: string | undefined;
  state: string;
  start: string | undefined;
  end: string | undefined;
}
/** What stands behind a task's colon: "done, id, 2025-01-01, 30d", "after id, 2M". */
function taskOf(parts: string[], ends: ReadonlyMap<string, string>, previous: string | undefined): Task {
  const starts = parts.filter(isStart);
  const span = parts.find((p) => SPAN.test(p));
  const after = /^after (\S+)/.exec(parts.find((p) => p.startsWith('after ')) ?? '')?.[1];
  const start = starts[0] ? firstDay(starts[0]) : after ? ends.get(after) : span ? previous : undefined;
  const until = starts[1] ? firstDay(starts[1]) : start && span ? endOf(start, span) : start;
  const state = parts.includes('done') ? 'done' : parts.includes('active') ? 'in progress' : 'planned';
  const id = parts.find((p) => /^[A-Za-z]\w*$/.test(p) && !/^(?:done|active|crit|milestone)$/.test(p));
  return { id, state, start, end: until };
}

function gantt(lines: string[], line: number): Block[] {
  const rows: Row[] = [{ cells: ['Task', 'Status', 'Date'], line, links: [], header: true }];
  const ends = new Map<string, string>();
  let previous: string | undefined;
  lines.forEach((raw, i) => {
    const m = /^\s*([^:%]{1,200}?)\s*:\s*(.+)$/.exec(raw);
    if (!m || /^\s*(?:section|title|dateFormat|axisFormat|tickInterval|excludes|todayMarker|click)\b/.test(raw)) return;
    const parts = (m[2] as string).split(',').map((p) => p.trim());
    const { id, state, start, end } = taskOf(parts, ends, previous);
    if (id && end) ends.set(id, end);
    previous = end ?? previous;
    const cells = [m[1] as string, state, start && end ? `${start} - ${end}` : ''];
    rows.push({ cells, line: line + i, links: [], header: false });
  });
  return rows.length > 1 ? [makeBlock('table', line, { rows })] : [];
}

function timeline(lines: string[], line: number): Block[] {
  const out: Block[] = [];
  lines.forEach((raw, i) => {
    const [period, ...events] = raw.split(/\s:\s/).map((p) => p.trim());
    if (!events.length || !period) {
      if (!/^\s*:\s*/.test(raw)) return;
    } else out.push(makeBlock('heading', line + i, { depth: 7, text: period }));
    const texts = events.length ? events : [raw.replace(/^\s*:\s*/, '')];
    out.push(
      makeBlock('list', line + i, {
        items: texts.map((text) => ({
          text,
          more: [],
          line: line + i,
          links: [],
          checked: null,
          struck: false,
          children: [],
        })),
      }),
    );
  });
  return out;
}
