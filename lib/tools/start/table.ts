/** A plain table for the terminal. */

/** Width on a terminal: Chinese characters take two columns. */
function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(char) ? 2 : 1), 0);
}

/** Rows under their head, columns aligned; cells longer than `most` are cut. */
export function table(head: string[], rows: string[][], most = 70): string {
  const cut = (text: string) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  const all = [head, ...rows].map((row) => row.map((cell) => cut(cell.replace(/\s+/g, ' '))));
  const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] as number) - width(cell)))
      .join('  ')
      .trimEnd();
  return [line(all[0] as string[]), widths.map((n) => '-'.repeat(n)).join('  '), ...all.slice(1).map(line)].join('\n');
}
