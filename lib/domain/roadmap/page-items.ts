/** Which page is a roadmap page, and when what was read of it is worth keeping. Pure half of the page reader. */
import type { Block } from './blocks.ts';
import { foldPattern, foldText, normaliseText } from './normalise.ts';
import { type ParsedRoadmap, parseBlocks } from './parsed.ts';

const NAMED = new RegExp(
  `(?<![\\p{Script=Latin}])road[-_ ]?maps?(?![\\p{Script=Latin}])|${foldPattern('خارطة الطريق|خريطة الطريق|خارطة طريق|خريطة طريق|路线图|路線圖|发展规划|發展規劃')}`,
  'u',
);
/** Fewer items are a mention of a plan, not a roadmap. */
const MIN_ITEMS = 3;

/** Whether an address, title or main heading says that the page is a roadmap. */
export function isRoadmapPage(page: { url: string; title: string; headings: string[] }): boolean {
  let path = '';
  try {
    const { pathname, hash } = new URL(page.url);
    path = decodeURIComponent(pathname + hash);
  } catch {
    return false;
  }
  return [path, page.title.slice(0, 300), ...page.headings.slice(0, 60)].some((text) =>
    NAMED.test(foldText(normaliseText(text.slice(0, 300)))),
  );
}

/** On a page whose address and title do not name a roadmap, only the section whose heading does is read: up to the next heading as high. */
export function roadmapSection(blocks: Block[], whole: boolean): Block[] {
  if (whole) return blocks;
  const from = blocks.findIndex(
    (b) => b.type === 'heading' && NAMED.test(foldText(normaliseText(b.text.slice(0, 300)))),
  );
  if (from < 0) return [];
  const depth = (blocks[from] as Block).depth;
  const to = blocks.findIndex((b, i) => i > from && b.type === 'heading' && b.depth <= depth);
  return blocks.slice(from, to < 0 ? undefined : to);
}

/** Items of a page's blocks by the rules of files; undefined when they are too few to be a roadmap. */
export function pageRoadmap(blocks: Block[], whole: boolean): ParsedRoadmap | undefined {
  const parsed = parseBlocks(roadmapSection(blocks, whole));
  return parsed.items.length >= MIN_ITEMS && !parsed.unstructured ? parsed : undefined;
}
