/** When what was read of a page is a roadmap, and which part of it. Pure half of the page reader. */
import type { RoadmapItem } from '../signal.ts';
import type { Block } from './blocks.ts';
import { MIN_ITEMS } from './limits.ts';
import { namesRoadmap } from './page-name.ts';
import { type ParsedRoadmap, parseBlocks } from './parsed.ts';

/** On a page whose address and title do not name a roadmap, only the section whose heading does is read: up to the next heading as high. */
export function roadmapSection(blocks: Block[], whole: boolean): Block[] {
  if (whole) return blocks;
  const from = blocks.findIndex((b) => b.type === 'heading' && namesRoadmap(b.text));
  if (from < 0) return [];
  const depth = (blocks[from] as Block).depth;
  const to = blocks.findIndex((b, i) => i > from && b.type === 'heading' && b.depth <= depth);
  return blocks.slice(from, to < 0 ? undefined : to);
}

/** Pages hold the same list twice, for wide and for narrow windows: each promise counts once. */
function once(items: RoadmapItem[]): RoadmapItem[] {
  const seen = new Set<string>();
  return items.filter((i) => {
    const print = `${i.title}\n${i.status}\n${i.date.start}\n${i.date.end}`;
    return !seen.has(print) && seen.add(print);
  });
}

/** Items of a page's blocks by the rules of files; undefined when they are too few to be a roadmap. */
export function pageRoadmap(blocks: Block[], whole: boolean): ParsedRoadmap | undefined {
  const read = parseBlocks(roadmapSection(blocks, whole));
  const parsed = { ...read, items: once(read.items) };
  return parsed.items.length >= MIN_ITEMS && !parsed.unstructured ? parsed : undefined;
}
