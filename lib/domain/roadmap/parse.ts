/** The entrance of the parser: any text that claims to be a roadmap → items, or why not. Pure; time grows with the length only. */
import { fail, ok, type Result } from '../../result.ts';
import type { RoadmapItem } from '../signal.ts';
import { dataItems } from './data.ts';
import { itemsOf } from './items.ts';
import { markdownBlocks } from './markdown.ts';
import { described, type ParsedRoadmap } from './parsed.ts';
import { stagesOf } from './stages.ts';

export { type ParsedRoadmap, parseBlocks } from './parsed.ts';

export type RoadmapKind = 'markdown' | 'yaml' | 'json' | 'html-items';

/** More text than any roadmap; a file above it is refused, not cut. */
export const MAX_ROADMAP_BYTES = 8_000_000;
/** YAML is read whole: beyond this it is data of another kind. */
const MAX_DATA_BYTES = 2_000_000;
/** A pointer file is short. */
const POINTER_LENGTH = 1500;

/** The kind by file name; undefined for what can't be a text roadmap (an image, a PDF). */
export function kindOf(path: string): RoadmapKind | undefined {
  const ext = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ext === 'yml' || ext === 'yaml') return 'yaml';
  if (ext === 'json') return 'json';
  return !ext || ['md', 'mdx', 'markdown', 'txt', 'rst', 'adoc', 'html', 'htm', 'mkd', 'org'].includes(ext)
    ? 'markdown'
    : undefined;
}

/** NUL bytes, PDF and image signatures, or many characters that stand for undecodable bytes. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  if (/^(?:%PDF-|.PNG|GIF8|RIFF|..JFIF|PK..)/.test(head) && !/^PK\w/.test(head)) return true;
  if (head.includes('\u0000')) return true;
  let bad = 0;
  for (const c of head) if (c === '\uFFFD') bad++;
  return bad > head.length * 0.1 && bad > 8;
}

/**
 * Parses a roadmap. Failures: `too-large`, `bad-answer` (binary, or data that can't be read), `empty`.
 * An item always has a line of the source; where it has both ends, end ≥ start. Same text, same result.
 */
export function parseRoadmap(text: string, kind: RoadmapKind, at = 0): Result<ParsedRoadmap> {
  if (text.length > MAX_ROADMAP_BYTES) return fail('too-large', at, { detail: `${text.length} characters` });
  if (isBinary(text)) return fail('bad-answer', at, { detail: 'not a text file' });
  const source = text.replace(/^\uFEFF/, '');
  if (!source.trim()) return fail('empty', at);
  if (kind === 'yaml' || kind === 'json') {
    if (source.length > MAX_DATA_BYTES) return fail('too-large', at, { detail: `${source.length} characters of data` });
    const items = readData(source);
    return items
      ? ok(described(items, false, source, null))
      : fail('bad-answer', at, { detail: 'data without a list' });
  }
  const { items, unstructured } = itemsOf(markdownBlocks(source), stagesOf);
  const pointer = items.length <= 2 || unstructured ? pointerOf(source) : null;
  return ok(described(items, unstructured, source, pointer));
}

function readData(source: string): RoadmapItem[] | undefined {
  try {
    return dataItems(source);
  } catch {
    // The YAML reader throws on alias bombs and the like: what can't be read holds no items.
    return undefined;
  }
}

const POINTS =
  /\b(?:moved|see|find|found|available|visit|located|lives?|maintained|tracked|hosted|refer|check|view|here|now (?:at|in|on)|latest|redirect)\b|انتقلت|نقلت|متاح|راجع|انظر|请见|請見|参见|參見|移至|迁移|查看|位于|详见|詳見/i;
const LINK = /\]\(\s*<?([^)\s>]+)>?[^)]*\)|(https:\/\/[^\s<>)\]"']+)|^(\.{0,2}\/?[\w./-]+\.(?:md|ya?ml|json))\s*$/gim;
const ABOUT = /road-?_?map|milestone|project|plan|路线|规划/i;

/** Where a short file points: the link about a roadmap, else the only link. A symbolic link is a file that holds one path. */
export function pointerOf(text: string): string | null {
  if (text.length > POINTER_LENGTH) return null;
  const links = [...text.matchAll(LINK)]
    .map((m) => (m[1] ?? m[2] ?? m[3]) as string)
    .filter((l) => !/^#|^mailto:|badge|shields\.io|\.(?:png|svg|jpe?g|gif)$/i.test(l));
  if (!links.length) return null;
  const alone = text.trim().split('\n').length === 1 && text.trim().length < 200;
  if (!alone && !POINTS.test(text)) return null;
  const about = links.filter((l) => ABOUT.test(l));
  return about[0] ?? (new Set(links).size === 1 ? (links[0] as string) : null);
}
