/** From blocks to roadmap items: task lines, table rows, dated or status bullets, steps of a phase, leaf headings. */
import type { RoadmapItem } from '../signal.ts';
import type { Block, Line } from './blocks.ts';
import { EntryWalk, isAsideAmongTasks, MAX_ITEMS, plansHere } from './entries.ts';
import { type KeyLine, readKeyLine, readMeta } from './key-lines.ts';
import { isLegendLine, type Legend, legendOf } from './legend.ts';
import { type Draft, inheritedStatus, makeItem, ownDate, type Reading } from './make-item.ts';
import { buildSections, restOfDate, type Section } from './sections.ts';
import { EMOJI_STATUS, statusOfText } from './status.ts';
import { tableItems } from './tables.ts';

/** Stages are not told here. */
const NO_STAGES: Reading['stagesOf'] = () => [];

/** All items of a document. `unstructured`: none were found, level 2–4 headings stand in, undated. */
export function itemsOf(blocks: Block[], stagesOf = NO_STAGES): { items: RoadmapItem[]; unstructured: boolean } {
  const legend = legendOf(blocks);
  const reading: Reading = { legend, stagesOf };
  const root = buildSections(blocks, legend);
  const out: RoadmapItem[] = [];
  const walk = new Walk(reading, out);
  walk.section(root);
  walk.settleStruck();
  if (out.length) return { items: out, unstructured: false };
  const headings: RoadmapItem[] = [];
  const gather = (s: Section): void => {
    if (s.skip) return;
    if (s.text && s.depth >= 2 && s.depth <= 4)
      headings.push(makeItem({ text: s.text, line: s.line, links: s.links }, s.parent ?? root, 'unknown', reading));
    for (const sub of s.subs) gather(sub);
  };
  gather(root);
  return { items: headings.slice(0, MAX_ITEMS), unstructured: headings.length > 0 };
}

/** Walks sections: headings as items, tables, paragraphs; lists are walked as entries. */
class Walk extends EntryWalk {
  section(section: Section): void {
    if (section.skip === 'hard') return;
    const before = this.out.length;
    if (this.metaOf(section)) {
      this.headingItem(section);
      for (const sub of section.subs) if (this.hasMeta(sub)) this.section(sub);
      return;
    }
    section.blocks.forEach((block, i) => {
      if (!isFurtherReading(section.blocks[i - 1], block)) this.block(block, section);
    });
    for (const sub of section.subs) this.section(sub);
    if (this.out.length === before) this.leaf(section);
  }

  /** Reads key lines below the heading; true when a list of them makes the heading itself the item. */
  private metaOf(section: Section): boolean {
    const keys: KeyLine[] = [];
    let list = false;
    for (const block of section.blocks) {
      if (block.type === 'para')
        keys.push(...block.lines.map((l) => readKeyLine(l.text)).filter((k): k is KeyLine => k !== undefined));
      if (block.type === 'list' && isKeyList(block)) {
        const read = block.items.map((i) => readKeyLine(i.text)).filter((k): k is KeyLine => k !== undefined);
        keys.push(...read);
        list = true;
      } else if (block.type === 'list')
        keys.push(
          ...block.items
            .filter((i) => i.checked === null && !i.children.length)
            .map((i) => readKeyLine(i.text))
            .filter((k): k is KeyLine => k !== undefined && k.kind !== 'note'),
        );
    }
    const real = keys.filter((k) => k.kind !== 'note');
    // A status line under the document's title speaks of the document ("Status: draft").
    if (real.length && section.text && !section.title)
      section.meta = readMeta(real, section.year ? { year: section.year } : {});
    const others = section.blocks.some((b) => (b.type === 'list' && !isKeyList(b)) || b.type === 'table');
    return list && !others && section.text !== '' && !section.title;
  }
  private hasMeta(section: Section): boolean {
    return section.blocks.some((b) => b.type === 'list' && isKeyList(b)) || section.subs.some((s) => this.hasMeta(s));
  }

  private headingItem(section: Section): void {
    const { date, status, conflict } = section.meta;
    const details = section.blocks.flatMap((b) => b.lines.map((l) => l.text)).join(' ');
    const links = [
      ...section.links,
      ...section.blocks.flatMap((b) => [...b.lines.flatMap((l) => l.links), ...b.items.flatMap((i) => i.links)]),
    ];
    const said = status ? { status, by: 'status-line' as const, conflict: conflict ?? false } : undefined;
    this.add(
      {
        text: section.text,
        line: section.line,
        links,
        details,
        date: date ?? section.hit,
        status: said ?? this.proseStatus(section),
      },
      section.parent ?? section,
    );
  }
  /** "We are working on …" in the text of a leaf heading that states nothing itself. */
  private proseStatus(section: Section): Draft['status'] {
    if (statusOfText(section.text, this.legend) || inheritedStatus(section)?.status === 'done') return undefined;
    const first =
      section.blocks
        .find((b) => b.type === 'para')
        ?.lines.slice(0, 3)
        .map((l) => l.text)
        .join(' ') ?? '';
    return /\bwe(?:'re| are) (?:currently |now )?(?:working on|building|developing|implementing)\b|جاري العمل|نعمل حاليا|正在(?:开发|進行|进行|开展)/i.test(
      first.slice(0, 300),
    )
      ? { status: 'in_progress', by: 'words', conflict: false }
      : undefined;
  }

  /** A heading without items below: itself the item, or, when it is only a date, its first sentence. */
  private leaf(section: Section): void {
    if (!section.text || section.title || section.skip || section.depth > 7 || isAsideAmongTasks(section)) return;
    const own = section.hit?.start || section.status || section.bucket || /\d/.test(section.text);
    const planned = plansHere(section) && (own || plansHere(section.parent ?? section));
    // "## Mainnet" with "Expected: Q3 2025" below it, right under the document's title.
    const told = (section.meta.date || section.meta.status) && (!section.parent?.text || section.parent.title);
    if (!planned && !told) return;
    if (section.subs.some((s) => !s.skip) || readKeyLine(section.text)?.kind === 'note') return;
    const rest = section.hit ? restOfDate(section.text, section.hit) : section.bucket ? '' : section.text;
    const content = section.blocks.length > 0;
    if (rest) {
      if (section.plans && !section.hit && !section.status && !content) return;
      if (/^(?:release schedule|past|future|timeline|schedule|legend|notes?)$/i.test(section.text.trim())) return;
      this.headingItem(section);
      return;
    }
    for (const block of section.blocks) {
      if (block.type !== 'para') continue;
      for (const line of block.lines)
        if (line.text.length <= 200 && !HEDGED.test(line.text) && !readKeyLine(line.text))
          this.add({ text: line.text, line: line.line, links: line.links }, section);
      break;
    }
  }

  private block(block: Block, section: Section): void {
    if (block.type === 'list') this.list(block.items, section);
    else if (block.type === 'table') {
      const allowed = plansHere(section) && !section.skip;
      for (const row of tableItems(block, section.year, allowed, this.legend))
        this.add(
          {
            text: row.title,
            line: row.line,
            links: row.links,
            date: row.date,
            status: row.status ? { ...row.status, by: 'status-line' } : undefined,
          },
          section,
        );
    } else if (block.type === 'para') for (const line of block.lines) this.line(line, section);
  }

  /** A line of text that opens with its date or its state: "Q3 2025: test network", "✅ Wallet released". */
  private line(line: Line, section: Section): void {
    if (section.skip || line.text.length > 240 || readKeyLine(line.text)) return;
    if (/^\[[ xX]\]\s/.test(line.text)) {
      this.add(
        { text: line.text.slice(4), line: line.line, links: line.links, checked: line.text[1] !== ' ' },
        section,
      );
      return;
    }
    const hit = ownDate(line.text, section);
    const opens =
      hit?.start && hit.at <= 3 && /^\s*[:：|)\]–-]/.test(line.text.slice(hit.to)) && restOfDate(line.text, hit);
    const first = [...line.text.trim()][0] ?? '';
    const marked =
      this.legend.has(first) && !isLegendLine(line.text, this.legend) && !isCallout(first, line.text, this.legend);
    if (opens || marked) this.add({ text: line.text, line: line.line, links: line.links, date: hit }, section);
  }
}

const READ_ON =
  /\b(?:to learn more|learn more|read more|for (?:more|further) (?:information|details)|see also)\b.{0,80}[:：]\s*$/i;
/** A list of links right below "To learn more, see:". */
const isFurtherReading = (before: Block | undefined, block: Block): boolean =>
  block.type === 'list' &&
  before?.type === 'para' &&
  READ_ON.test(before.lines.at(-1)?.text ?? '') &&
  block.items.every((entry) => entry.links.length > 0 && entry.checked === null);

/** Marks that also open a remark to the reader, unless the document's legend gives them a meaning. */
const CALLOUTS = new Set([...'💡⚠📝🔴']);
/** A remark is a sentence; a promise in a paragraph of its own is a few words. In Chinese a third of the characters say as much. */
const CALLOUT_LENGTH = 60;
const lengthOf = (text: string) => text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
const isCallout = (mark: string, text: string, legend: Legend): boolean =>
  CALLOUTS.has(mark) && legend.get(mark) === EMOJI_STATUS.get(mark) && lengthOf(text) > CALLOUT_LENGTH;

const HEDGED = /\b(?:might|unclear|may possibly|not yet decided|possibly)\b|尚不明确|غير واضح/i;
/** Every entry is `key: value` and one of them a date or a state. */
function isKeyList(block: Block): boolean {
  const keys = block.items.map((i) => (i.checked === null ? readKeyLine(i.text) : undefined));
  const known = keys.filter(Boolean).length;
  return (
    keys.some((k) => k && k.kind !== 'note') &&
    known >= Math.max(1, block.items.length - 1) &&
    known > block.items.length / 2
  );
}
