/** What a parsed roadmap is, and items from blocks; without the Markdown parser, so that a page's script stays small. */
import type { RoadmapItem } from '../signal.ts';
import type { Block } from './blocks.ts';
import { MAX_ITEMS } from './entries.ts';
import { itemsOf } from './items.ts';

export interface ParsedRoadmap {
  items: RoadmapItem[];
  /** No tasks, rows, dated lines or steps were found: level 2–4 headings stand in. */
  unstructured: boolean;
  /** A short file that only says where the roadmap is. */
  pointer: string | null;
  /** The text says of itself when it was updated. */
  statesOwnDate: boolean;
  /** "Subject to change" and the like: noted, not penalised. */
  hedged: boolean;
  /** More items than are kept. */
  cutOff: boolean;
}

/** Items of blocks that the page reader made, by the same rules. */
export function parseBlocks(blocks: Block[]): ParsedRoadmap {
  const { items, unstructured } = itemsOf(blocks);
  const text = blocks
    .slice(0, 200)
    .map((b) => `${b.text} ${b.lines.map((l) => l.text).join(' ')}`)
    .join('\n');
  return described(items, unstructured, text, null);
}

const UPDATED =
  /(?:last(?:est)? |latest )?(?:updated?|revised|modified)\s*(?:on|at|:|date)|as of\s+\S+\s+\d|最后更新|更新时间|更新于|更新日期|آخر تحديث|تاريخ التحديث/i;
const HEDGE =
  /subject to change|not a commitment|no guarantee|may change|best (?:educated )?guess|not (?:a )?(?:hard )?commitment|قابل(?:ة)? للتغيير|可能会?(?:变化|变更|调整|有变)|如有变更|仅供参考/i;
/** The result with what the text says of itself. */
export function described(
  items: RoadmapItem[],
  unstructured: boolean,
  text: string,
  pointer: string | null,
): ParsedRoadmap {
  const head = text.slice(0, 20_000);
  return {
    items,
    unstructured,
    pointer,
    statesOwnDate: UPDATED.test(head),
    hedged: HEDGE.test(head),
    cutOff: items.length >= MAX_ITEMS,
  };
}
