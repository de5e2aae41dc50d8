/** The table of measurements in README: lines of a run, merged with what an earlier run left there. */
import { markdownTable } from './replace-between.ts';

const HEAD = ['Figure', 'Goal', 'Measured', 'Goal met?'];

export interface BenchLine {
  figure: string;
  goal: string;
  value: string;
  /** null: a figure without a goal. */
  met: boolean | null;
  note?: string;
}

const verdict = ({ met, note }: BenchLine) =>
  [met === null ? '–' : met ? 'met' : '**missed**', ...(note ? [note] : [])].join(': ');
const cells = (line: BenchLine) => [line.figure, line.goal, line.value, verdict(line)];

/** Rows of a table that stands in `text`, by figure. */
function standing(text: string): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    if (!line.startsWith('| ') || /^\| -+ \|/.test(line)) continue;
    const [figure = '', ...rest] = line
      .slice(2, -2)
      .split(/(?<!\\) \| /)
      .map((cell) => cell.replaceAll('\\|', '|'));
    if (figure !== HEAD[0]) rows.set(figure, [figure, ...rest]);
  }
  return rows;
}

/**
 * The table of all `figures`, in their order: measured ones anew, the others as they stand in `before`. Figures that were never measured are
 * left out, and so are lines of `before` that nothing measures any more.
 */
export function benchTable(figures: readonly string[], lines: readonly BenchLine[], before: string): string {
  const old = standing(before);
  const rows = figures.flatMap((figure) => {
    const line = lines.find((one) => one.figure === figure);
    const row = line ? cells(line) : old.get(figure);
    return row ? [row] : [];
  });
  return markdownTable(HEAD, rows);
}
