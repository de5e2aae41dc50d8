/** The shipped registry and the whole way from a text to its names, as detector, background and overlay go it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PIECE } from '../../../lib/domain/detect/batch.ts';
import { createCollector, type PageView } from '../../../lib/domain/detect/collector.ts';
import { contextReader } from '../../../lib/domain/detect/context-reader.ts';
import { contextTable } from '../../../lib/domain/detect/context-words.ts';
import { namesPass, pageGate } from '../../../lib/domain/detect/gate.ts';
import { createLookup } from '../../../lib/domain/detect/lookup.ts';
import { addTags, factsOf, judgeBlock, type Match, readBlock } from '../../../lib/domain/detect/match.ts';
import { compileNames } from '../../../lib/domain/detect/names.ts';
import type { PageEvidence } from '../../../lib/domain/detect/page-evidence.ts';
import { unpackPrefilter } from '../../../lib/domain/detect/prefilter.ts';
import { packPrefilter } from '../../../lib/domain/detect/prefilter-build.ts';
import { sureWords, weightOf } from '../../../lib/domain/detect/sentence.ts';
import type { NameEntry } from '../../../lib/domain/detect/types.ts';
import { decodeRegistry } from '../../../lib/domain/registry/format.ts';
import { siteMatches } from '../../../lib/domain/sites.ts';
import { evidenceOfText } from './evidence.ts';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
export const SHARED = join(ROOT, '..', 'shared');

const decoded = decodeRegistry(JSON.parse(readFileSync(join(ROOT, 'public', 'data', 'registry.json'), 'utf8')));
if (!decoded.ok) throw new Error('the shipped registry can not be read');
export const PROJECTS = decoded.value;
const WORDS = contextReader(contextTable());
export const FILTER = unpackPrefilter(packPrefilter(PROJECTS));
export const LOOKUP = createLookup(PROJECTS, [], siteMatches());

/** A page of these texts, of which a collector knows the numbers. */
export const viewOf = (texts: readonly string[]): PageView<number> => ({
  textOf: (index) => texts[index] as string,
  textBetween: (first, from, last, to) => {
    const before = texts.slice(first, last).join('');
    return (before + texts[last]).slice(from, before.length + to);
  },
  isExcluded: () => false,
  isOneRun: () => true,
});

/** A collector that has read `text` in pieces that the page's scan would make. */
export function collectorOf(text: string, own: readonly number[] = [], isOut = false) {
  const collector = createCollector(FILTER, own, { ...viewOf([text]), isExcluded: () => isOut });
  for (let at = 0; at < text.length; at += PIECE - 100) {
    collector.add(0, Math.max(0, at - 100), Math.min(at + PIECE - 100, text.length));
    collector.flush();
  }
  return collector;
}

/** Names that the page would receive for a text, and whether the page would ask at all. */
export function namesFor(text: string): { names: NameEntry[]; passes: boolean; context: number } {
  const collector = collectorOf(text);
  const names = LOOKUP.answer('https://reader.example/article', collector.takeKeys()).names;
  return { names, passes: namesPass(names, collector.counts().context), context: collector.counts().context };
}

/** Matches in one block of text, with what it says of itself; facts of the rest of the page may be given. */
export function matchesIn(text: string, page: Partial<PageEvidence> = {}): Match[] {
  const { names, context } = namesFor(text);
  const block = readBlock(compileNames(names, WORDS), text);
  const { coined, words } = factsOf(block);
  const tags = new Set<string>();
  addTags(tags, text);
  return judgeBlock(block, { ...evidenceOfText(), coined, context, sure: sureWords(words.values()), tags, ...page });
}

/** What the rest of an article about crypto adds: the least that such articles have. */
export const ARTICLE: Partial<PageEvidence> = { coined: new Set(['x', 'y', 'z']), context: 20, sure: 4 };

/** Distinct projects of the matches, without sectors, sorted. */
export function projectsIn(text: string, page: Partial<PageEvidence> = {}): string[] {
  const ids = matchesIn(text, page).map(({ projectId }) => projectId);
  return [...new Set(ids)].filter((id) => !id.startsWith('sector:')).sort();
}

/** Ids that a page of these blocks shows, sectors among them, as detector, gate and judge go about it. */
export function shownOn(blocks: readonly string[]): string[] {
  const collector = collectorOf(blocks.join('\n'));
  const { names } = LOOKUP.answer('https://reader.example/article', collector.takeKeys());
  if (!namesPass(names, collector.counts().context)) return [];
  const index = compileNames(names, WORDS);
  const read = blocks.map((block) => readBlock(index, block));
  const facts = read.map(factsOf);
  const tags = new Set<string>();
  for (const block of blocks) addTags(tags, block);
  const words = new Map(facts.flatMap((fact) => [...fact.words]));
  const page = {
    ...evidenceOfText(),
    coined: new Set(facts.flatMap((fact) => [...fact.coined])),
    context: weightOf(words.values()),
    sure: sureWords(words.values()),
    tags,
  };
  const weak = new Set(read.flatMap(({ candidates }) => candidates.map(({ name }) => name.entry.projectId))).size;
  if (!pageGate({ coined: page.coined.size, weak, context: page.context, sure: page.sure })) return [];
  return [...new Set(read.flatMap((block) => judgeBlock(block, page).map(({ projectId }) => projectId)))];
}
