/** Names that stand alone: the cells of a column, the items of a list, headings, the words for a picture. */
import type { Candidate } from '../domain/detect/candidates.ts';
import type { CompiledName } from '../domain/detect/names.ts';
import type { Run } from './runs.ts';

/** A rank before the name, a ticker or a mark after it. */
const BEFORE = 6;
const AFTER = 14;
/** Columns and lists of fewer known names may be of anything. */
const MIN_LISTED = 3;
/** Pages with more pictures are galleries. */
const MAX_PICTURES = 1000;
const PICTURE = /^(.{2,40}?)(?:\s(logo|icon|token|coin|symbol))?$/i;

/** Groups of names that stand alone: the list, the table and its column, or the page's headings. */
export class Alone {
  readonly #groups = new Map<object, Map<string, boolean>>();

  /** Takes note of a run that is hardly more than one of its names. */
  add({ segments }: Run, text: string, candidates: readonly Candidate[]): void {
    const found = candidates.find(
      ({ start, end }) =>
        start <= BEFORE && text.trimEnd().length - end <= AFTER && !/[A-Z]/i.test(text.slice(0, start)),
    );
    const group = found && this.#groupOf(segments[0]?.node.parentElement?.closest('td,th,li,dt,h1,h2,h3,h4,h5,h6'));
    if (!found || !group) return;
    const { entry, isSector } = found.name;
    const there = this.#groups.get(group) ?? new Map<string, boolean>();
    if (!isSector) this.#groups.set(group, there.set(entry.projectId, entry.nameClass === 'U'));
  }

  /** A column is known by its first cell. */
  #groupOf(element: Element | null | undefined): object | null | undefined {
    const column = (element as HTMLTableCellElement | undefined)?.cellIndex ?? -1;
    const first = element?.closest('table')?.rows[0]?.cells[column];
    return first ?? element?.closest('ul,ol,dl') ?? element?.ownerDocument;
  }

  /** Projects named in columns and lists of projects; in `isCrypto` pages ambiguous names alone make one. */
  listed(isCrypto: boolean): string[] {
    return [...this.#groups.values()].flatMap((group) =>
      group.size >= MIN_LISTED && (isCrypto || [...group.values()].some(Boolean)) ? [...group.keys()] : [],
    );
  }
}

/** Projects whose picture is below `root`: "Base logo"; a coined name needs no such word. */
export function picturedProjects(root: ParentNode, names: ReadonlyMap<string, CompiledName>): string[] {
  const found: string[] = [];
  for (const image of [...root.querySelectorAll('img[alt]')].slice(0, MAX_PICTURES)) {
    const [, phrase = '', kind] = PICTURE.exec(image.getAttribute('alt')?.trim() ?? '') ?? [];
    const name = names.get(phrase);
    if (name && !name.isSector && (kind || name.entry.nameClass !== 'X')) found.push(name.entry.projectId);
  }
  return found;
}
