/** Generated parts of README: text between two markers, and Markdown tables. */

/**
 * Replaces what stands between `<!-- <marker>:start -->` and `<!-- <marker>:end -->`; undefined where one of the two is
 * missing or they stand in the wrong order. What is outside stays as it is.
 */
export function replaceBetween(text: string, marker: string, content: string): string | undefined {
  const start = `<!-- ${marker}:start -->`;
  const end = `<!-- ${marker}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) return undefined;
  return `${text.slice(0, from + start.length)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}

/** A Markdown table; `|` and line breaks inside cells are made harmless. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
