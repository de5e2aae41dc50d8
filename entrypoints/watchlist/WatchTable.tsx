/** The table of watched projects: sortable by every column, virtual, one row one project. */
import { useRef } from 'preact/hooks';
import type { WatchRowModel } from '../../lib/domain/watch/row.ts';
import type { Sort } from '../../lib/domain/watch/view.ts';
import { usePage } from '../kit/page.tsx';
import { useMedia } from '../kit/use-media.ts';
import { useVirtual } from '../kit/use-virtual.ts';
import { COLUMNS } from './columns.ts';
import { AS } from './table-roles.ts';
import { type Line, MAX_COMPARED } from './WatchlistApp.tsx';
import { WatchRow } from './WatchRow.tsx';

/** Height of a row in CSS px: two lines of text with their leading. */
const ROW_PX = 52;
/** Height of a card with the space below it: name, verdicts, figures, promises. */
const CARD_PX = 192;
/** From here on rows are cards; the style sheet has the same width. */
const NARROW = '(max-width: 48rem)';

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

/** What a screen reader and the header say of the order. */
function Header({ sort, onSort }: Pick<Props, 'sort' | 'onSort'>) {
  const { i18n } = usePage();
  return (
    <tr {...AS.row} aria-rowindex={1}>
      {COLUMNS.map(({ label, key, cls }) => {
        if (key === null)
          return (
            <th {...AS.column} key={label} scope="col" class={cls}>
              <span class={cls === 'c-line' ? '' : 'visually-hidden'}>{i18n.t(label)}</span>
            </th>
          );
        const on = sort.key === key;
        const order = sort.descending ? 'descending' : 'ascending';
        return (
          <th {...AS.column} key={label} scope="col" class={cls} aria-sort={on ? order : undefined}>
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

function GroupLine({ sector, count, rowIndex }: { sector: string | null; count: number; rowIndex: number }) {
  const { i18n } = usePage();
  const words = sector === null ? i18n.t('watch.noSector') : (i18n.maybe(`sector.${sector}`) ?? sector);
  return (
    <tr {...AS.row} class="group" aria-rowindex={rowIndex}>
      <th {...AS.rowHead} scope="rowgroup" colSpan={COLUMNS.length}>
        {words} <span class="muted">{i18n.number(count)}</span>
      </th>
    </tr>
  );
}

/** Draws the lines near the window; the others are two spacers. */
export function WatchTable(props: Props) {
  const { i18n } = usePage();
  const scroller = useRef<HTMLElement>(null);
  const rowPx = useMedia(NARROW) ? CARD_PX : ROW_PX;
  const virtual = useVirtual(props.lines.length, rowPx, scroller);
  const first = virtual.items[0];
  const last = virtual.items.at(-1);
  const full = props.selected.size >= MAX_COMPARED;
  return (
    <section
      class="table-scroll"
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={i18n.t('watch.title')}
      style={{ '--row-px': `${rowPx}px` }}
    >
      <table {...AS.table} class="watch" aria-label={i18n.t('watch.title')} aria-rowcount={props.lines.length + 1}>
        <thead {...AS.group}>
          <Header sort={props.sort} onSort={props.onSort} />
        </thead>
        <tbody {...AS.group}>
          {/* A box without height would never see a row: before the first measure the whole height stands. */}
          {!first && <Spacer px={virtual.totalPx} />}
          {first && first.start > 0 && <Spacer px={first.start} />}
          {virtual.items.map(({ index }) => {
            const line = props.lines[index];
            if (!line) return null;
            if (line.kind === 'group')
              return (
                <GroupLine key={`group-${line.sector}`} sector={line.sector} count={line.count} rowIndex={index + 2} />
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
