/** The table of watched projects: sortable by every column, virtual, one row one project. */
import { useRef } from 'preact/hooks';
import type { WatchRowModel } from '../../lib/domain/watch/row.ts';
import type { Sort, SortKey } from '../../lib/domain/watch/view.ts';
import { usePage } from '../kit/page.tsx';
import { useVirtual } from '../kit/use-virtual.ts';
import { type Line, MAX_COMPARED } from './WatchlistApp.tsx';
import { WatchRow } from './WatchRow.tsx';

/** Height of a row in CSS px: two lines of text with their leading; the style sheet sets the same height. */
const ROW_PX = 56;

/** Columns in order; `key` null: not sortable. The class decides what a narrow window leaves out. */
const COLUMNS = [
  { label: 'watch.col.select', key: null, cls: 'c-select' },
  { label: 'watch.col.project', key: 'name', cls: 'c-project' },
  { label: 'watch.col.code', key: 'codeVerdict', cls: 'c-code' },
  { label: 'watch.col.active', key: 'activeDevelopers', cls: 'c-num c-active' },
  { label: 'watch.col.drawdown', key: 'drawdown', cls: 'c-num c-drawdown' },
  { label: 'watch.col.line', key: null, cls: 'c-line' },
  { label: 'watch.col.roadmap', key: 'roadmapVerdict', cls: 'c-roadmap' },
  { label: 'watch.col.next', key: 'nextPromised', cls: 'c-next' },
  { label: 'watch.col.overdue', key: 'overdue', cls: 'c-num c-overdue' },
  { label: 'watch.col.change', key: 'lastChangeAt', cls: 'c-change' },
  { label: 'watch.col.age', key: 'asOf', cls: 'c-age' },
  { label: 'watch.col.actions', key: null, cls: 'c-actions' },
] as const satisfies readonly { label: string; key: SortKey | null; cls: string }[];

interface Props {
  lines: Line[];
  sort: Sort;
  onSort(sort: Sort): void;
  selected: ReadonlySet<string>;
  onSelect(projectId: string): void;
  onEdit(projectId: string): void;
  onRemove(row: WatchRowModel): void;
  onArchive(row: WatchRowModel, archived: boolean): void;
}

function Header({ sort, onSort }: Pick<Props, 'sort' | 'onSort'>) {
  const { i18n } = usePage();
  return (
    <tr aria-rowindex={1}>
      {COLUMNS.map(({ label, key, cls }) => {
        if (key === null)
          return (
            <th key={label} scope="col" class={cls}>
              <span class={cls === 'c-line' ? '' : 'visually-hidden'}>{i18n.t(label)}</span>
            </th>
          );
        const on = sort.key === key;
        return (
          <th
            key={label}
            scope="col"
            class={cls}
            aria-sort={on ? (sort.descending ? 'descending' : 'ascending') : undefined}
          >
            <button type="button" class="sort" onClick={() => onSort({ key, descending: on && !sort.descending })}>
              {i18n.t(label)}
              <span aria-hidden="true" class="sort-mark">
                {on ? (sort.descending ? '▾' : '▴') : ''}
              </span>
            </button>
          </th>
        );
      })}
    </tr>
  );
}

/** Draws the lines near the window; the others are two spacers. */
export function WatchTable(props: Props) {
  const { i18n } = usePage();
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtual(props.lines.length, ROW_PX, scroller);
  const first = virtual.items[0];
  const last = virtual.items.at(-1);
  const full = props.selected.size >= MAX_COMPARED;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section class="table-scroll" ref={scroller} tabIndex={0} aria-label={i18n.t('watch.title')}>
      <table class="watch" aria-rowcount={props.lines.length + 1}>
        <thead>
          <Header sort={props.sort} onSort={props.onSort} />
        </thead>
        <tbody>
          {first && first.start > 0 && <Spacer px={first.start} />}
          {virtual.items.map(({ index }) => {
            const line = props.lines[index];
            if (!line) return null;
            if (line.kind === 'group')
              return (
                <tr key={`group-${line.sector}`} class="group" aria-rowindex={index + 2}>
                  <th scope="rowgroup" colSpan={COLUMNS.length}>
                    {line.sector === null
                      ? i18n.t('watch.noSector')
                      : (i18n.maybe(`sector.${line.sector}`) ?? line.sector)}{' '}
                    <span class="muted">{i18n.number(line.count)}</span>
                  </th>
                </tr>
              );
            const { row } = line;
            return (
              <WatchRow
                key={row.projectId}
                row={row}
                rowIndex={index + 2}
                selected={props.selected.has(row.projectId)}
                selectable={!full || props.selected.has(row.projectId)}
                onSelect={() => props.onSelect(row.projectId)}
                onEdit={() => props.onEdit(row.projectId)}
                onRemove={() => props.onRemove(row)}
                onArchive={() => props.onArchive(row, !row.archived)}
              />
            );
          })}
          {last && last.end < virtual.totalPx && <Spacer px={virtual.totalPx - last.end} />}
        </tbody>
      </table>
    </section>
  );
}

function Spacer({ px }: { px: number }) {
  return (
    <tr class="spacer">
      <td colSpan={COLUMNS.length} style={{ height: `${px}px` }} />
    </tr>
  );
}
