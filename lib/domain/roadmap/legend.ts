/** Legends: lines that explain what marks mean in this document. */
import type { ItemStatus } from '../signal.ts';
import type { Block, ListEntry } from './blocks.ts';
import { EMOJI_STATUS, statusOfLabel } from './status.ts';

export type Legend = ReadonlyMap<string, ItemStatus>;
/** Every mark with a settled meaning, for taking it out of a wording. */
export const STATUS_MARKS = new RegExp(`[${[...EMOJI_STATUS.keys()].join('')}\\uFE0F]`, 'gu');

const LEGEND_PAIR = /(\p{Extended_Pictographic})\uFE0F?\s*[-–:=→]?\s*\**([\p{L}][\p{L} ]{1,24})/gu;
/** A line that explains marks ("🟡 planned · 🟢 done") overrides what they mean elsewhere. */
export function legendOf(blocks: Block[]): Legend {
  const legend = new Map(EMOJI_STATUS);
  for (const block of blocks) {
    const lines =
      block.type === 'para'
        ? block.lines.map((l) => l.text)
        : block.type === 'list'
          ? [block.items.map((i) => (i.children.length ? '' : i.text)).join(' | ')]
          : [];
    for (const line of lines) {
      if (line.length > 400 || !/\p{Extended_Pictographic}/u.test(line)) continue;
      const pairs = [...line.matchAll(LEGEND_PAIR)].map(
        (m) => [m[1] as string, statusOfLabel(m[2] as string)?.status] as const,
      );
      if (pairs.length < 2 || pairs.some(([, s]) => !s) || new Set(pairs.map(([, s]) => s)).size < pairs.length)
        continue;
      for (const [mark, status] of pairs) if (status) legend.set(mark, status);
    }
  }
  return legend;
}

/** Whether a line explains marks instead of using them. */
export function isLegendLine(text: string, legend: Legend): boolean {
  const pairs = [...text.matchAll(LEGEND_PAIR)].filter(
    (m) => legend.has(m[1] as string) && statusOfLabel(m[2] as string),
  );
  return pairs.length >= 2;
}
/** Whether a list explains marks: each entry a mark and a state. */
export function isLegendList(entries: ListEntry[], legend: Legend): boolean {
  return (
    entries.length >= 2 &&
    entries.length <= 8 &&
    entries.every((e) => {
      const first = [...e.text.trim()][0] ?? '';
      const rest = e.text
        .replace(STATUS_MARKS, '')
        .replace(/[^\p{L}\s]/gu, ' ')
        .trim();
      return (
        (legend.has(first) || EMOJI_STATUS.has(first)) &&
        rest.split(/\s+/).length <= 3 &&
        statusOfLabel(rest) !== undefined
      );
    })
  );
}
