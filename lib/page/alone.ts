/** Names that stand alone: the cells of a column, the items of a list, headings, the words for a picture. */
import type { Candidate } from '../domain/detect/candidates.ts';
import type { CompiledName } from '../domain/detect/names.ts';
import type { Proof } from '../domain/detect/types.ts';
import type { Run } from './runs.ts';

/** A rank before the name, a ticker or a mark after it. */
const BEFORE = 6;
const AFTER = 14;
/** "Perpetual Futures", "Yield Guild Games": with another word beside it, an everyday one is a part of a longer name. */
const WORD = /[a-z]{2}/;
/** Columns and lists of fewer known names may be of anything. */
const MIN_LISTED = 3;
/** Pages with more pictures are galleries. */
const MAX_PICTURES = 1000;
const PICTURE = /^(.{2,40}?)(?:\s(logo|icon|token|coin|symbol))?$/i;

interface Item {
  isCoined: boolean;
  /** All that stands in the cell, item or headline. */
  what: string;
}

/** Groups of names that stand alone: the list, the table and its column, or the page's headings. */
export class Alone {
  readonly #groups = new Map<Node, Map<string, Item>>();

  /** Takes note of a run that is hardly more than one of its names. */
  add({ segments }: Run, text: string, candidates: readonly Candidate[]): void {
    const found = candidates.find(
      ({ name, start, end }) =>
        start <= BEFORE &&
        text.trimEnd().length - end <= AFTER &&
        !/[A-Z]/i.test(text.slice(0, start)) &&
        (name.entry.nameClass === 'U' || !WORD.test(text.slice(end))),
    );
    const group = found && this.#groupOf(segments[0]?.node.parentElement?.closest('td,th,li,dt,h1,h2,h3,h4,h5,h6'));
    if (!found || !group) return;
    const { entry, isSector } = found.name;
    const there = this.#groups.get(group) ?? new Map<string, Item>();
    const item = { isCoined: entry.nameClass === 'U', what: text.trim() };
    if (!isSector) this.#groups.set(group, there.set(entry.projectId, item));
  }

  /** A column is known by its first cell. */
  #groupOf(element: Element | null | undefined): Node | null | undefined {
    const column = (element as HTMLTableCellElement | undefined)?.cellIndex ?? -1;
    const first = element?.closest('table')?.rows[0]?.cells[column];
    return first ?? element?.closest('ul,ol,dl') ?? element?.ownerDocument;
  }

  /** Projects named in columns and lists of projects, and where; in `isCrypto` pages ambiguous names alone make one. */
  listed(isCrypto: boolean): [projectId: string, proof: Proof][] {
    return [...this.#groups].flatMap(([{ nodeName }, group]) => {
      const rule = /^T/.test(nodeName) ? 'in-column' : /L$/.test(nodeName) ? 'in-list' : 'in-headlines';
      return group.size >= MIN_LISTED && (isCrypto || [...group.values()].some(({ isCoined }) => isCoined))
        ? [...group].map(([id, { what }]): [string, Proof] => [id, { rule, what }])
        : [];
    });
  }
}

/** Projects whose picture is below `root`, and its words: "Base logo"; a coined name needs no such word. */
export function picturedProjects(
  root: ParentNode,
  names: ReadonlyMap<string, CompiledName>,
): [projectId: string, proof: Proof][] {
  const found: [string, Proof][] = [];
  for (const image of [...root.querySelectorAll('img[alt]')].slice(0, MAX_PICTURES)) {
    const [what = '', phrase = '', kind] = PICTURE.exec(image.getAttribute('alt')?.trim() ?? '') ?? [];
    const name = names.get(phrase);
    if (name && !name.isSector && (kind || name.entry.nameClass !== 'X'))
      found.push([name.entry.projectId, { rule: 'pictured', what }]);
  }
  return found;
}
