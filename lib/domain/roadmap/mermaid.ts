/** Mermaid's `gantt` and `timeline` diagrams, which some roadmaps are drawn with, as blocks: a table of tasks, or headings with lists. */
import { type Block, makeBlock, type Row } from './blocks.ts';

const ISO = /^\d{4}-\d\d-\d\d$/;
const dayAfter = (iso: string, span: string): string => {
  const m = /^(\d{1,4})([dwm])$/.exec(span);
  if (!m) return iso;
  const days = Number(m[1]) * (m[2] === 'd' ? 1 : m[2] === 'w' ? 7 : 30);
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
};
const isDay = (s: string) => ISO.test(s) && !Number.isNaN(Date.parse(s));

/** Blocks of a diagram whose first line is `line`; empty for other kinds of diagram. */
export function gantt(source: string, line: number): Block[] {
  const lines = source.split('\n');
  const kind = lines
    .find((l) => l.trim())
    ?.trim()
    .split(/\s/)[0];
  if (kind === 'timeline') return timeline(lines, line);
  if (kind !== 'gantt') return [];
  const rows: Row[] = [{ cells: ['Task', 'Status', 'Date'], line, links: [], header: true }];
  lines.forEach((raw, i) => {
    const m = /^\s*([^:%]{1,200}?)\s*:\s*(.+)$/.exec(raw);
    if (!m || /^\s*(?:section|title|dateFormat|axisFormat|excludes|click)\b/.test(raw)) return;
    const parts = (m[2] as string).split(',').map((p) => p.trim());
    const days = parts.filter(isDay);
    const span = parts.find((p) => /^\d{1,4}[dwm]$/.test(p));
    const end = days[1] ?? (days[0] && span ? dayAfter(days[0], span) : days[0]);
    const status = parts.includes('done') ? 'done' : parts.includes('active') ? 'in progress' : 'planned';
    rows.push({
      cells: [m[1] as string, status, days[0] && end ? `${days[0]} - ${end}` : ''],
      line: line + i,
      links: [],
      header: false,
    });
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
