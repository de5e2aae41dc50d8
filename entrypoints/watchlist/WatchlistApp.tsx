/** The watchlist page: what the reader keeps, with its figures, its changes and its tools. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { WatchEntry } from '../../lib/domain/keep/reader-data.ts';
import type { WatchRowModel } from '../../lib/domain/watch/row.ts';
import {
  createFilter,
  facets,
  groupBySector,
  NO_FILTER,
  type Sort,
  sortRows,
  type WatchFilter,
} from '../../lib/domain/watch/view.ts';
import type { I18n } from '../../lib/i18n.ts';
import type { WatchPageData } from '../../lib/protocol.ts';
import { call } from '../kit/client.ts';
import { Nav } from '../kit/Nav.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useCall, usePage } from '../kit/page.tsx';
import { UndoBar, useUndo } from '../kit/UndoBar.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { EditPanel } from './EditPanel.tsx';
import { FilterBar } from './FilterBar.tsx';
import { FindProject } from './FindProject.tsx';
import { KeepMenu } from './KeepMenu.tsx';
import { RefreshLine } from './RefreshLine.tsx';
import { SinceVisit } from './SinceVisit.tsx';
import { WatchTable } from './WatchTable.tsx';

/** Most projects in one comparison: more lines than six can't be told apart. */
export const MAX_COMPARED = 6;

/** Rows to draw: headings where the list is grouped, projects otherwise. */
export type Line = { kind: 'row'; row: WatchRowModel } | { kind: 'group'; sector: string | null; count: number };

function lines(rows: WatchRowModel[], grouped: boolean): Line[] {
  if (!grouped) return rows.map((row) => ({ kind: 'row', row }));
  return groupBySector(rows).flatMap((group): Line[] => [
    { kind: 'group', sector: group.sector, count: group.rows.length },
    ...group.rows.map((row): Line => ({ kind: 'row', row })),
  ]);
}

/** The page's table state: what is shown and in which order. */
function useView(data: WatchPageData | null) {
  const { i18n } = usePage();
  const [sort, setSort] = useState<Sort>({ key: 'name', descending: false });
  const [filter, setFilter] = useState<WatchFilter>(NO_FILTER);
  const [grouped, setGrouped] = useState(false);
  const all = useMemo(() => data?.rows.map((r) => r.row) ?? [], [data]);
  const match = useMemo(() => createFilter(all), [all]);
  const collator = useMemo(() => new Intl.Collator(i18n.tag), [i18n.tag]);
  const shown = useMemo(() => sortRows(match(filter), sort, collator), [match, filter, sort, collator]);
  return {
    sort,
    setSort,
    filter,
    setFilter,
    grouped,
    setGrouped,
    all,
    shown,
    facets: useMemo(() => facets(all), [all]),
  };
}

type Loaded = ReturnType<typeof useCall<'watch.rows'>>;
type View = ReturnType<typeof useView>;

/** What a row's buttons do; each can be undone. */
function rowDeeds(i18n: I18n, loaded: Loaded, undo: ReturnType<typeof useUndo>, entries: Map<string, WatchEntry>) {
  return {
    async remove(row: WatchRowModel) {
      const entry = entries.get(row.projectId);
      if (!entry) return;
      await call('watch.set', { projectId: row.projectId, watched: false });
      undo.offer(i18n.t('watch.removed', { name: row.name }), () => call('watch.restore', { entry }));
      void loaded.reload();
    },
    async archive(row: WatchRowModel, archived: boolean) {
      await call('watch.edit', { projectId: row.projectId, patch: { archived } });
      const words = archived ? 'watch.archived' : 'watch.unarchived';
      undo.offer(i18n.t(words, { name: row.name }), () =>
        call('watch.edit', { projectId: row.projectId, patch: { archived: !archived } }),
      );
      void loaded.reload();
    },
  };
}

/** The rows that are held beside each other. */
function useSelection() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  function toggle(projectId: string) {
    setSelected((old) => {
      const next = new Set(old);
      if (!next.delete(projectId) && next.size < MAX_COMPARED) next.add(projectId);
      return next;
    });
  }
  return { selected, toggle, clear: () => setSelected(new Set()) };
}

function Top({ loaded, empty, count }: { loaded: Loaded; empty: boolean; count: number }) {
  const { i18n } = usePage();
  return (
    <>
      <header class="watch-top">
        <div class="page-head">
          <h1>{i18n.t('watch.title')}</h1>
          {!empty && loaded.value && <p class="muted">{i18n.t('watch.count', { n: count })}</p>}
        </div>
        {!empty && <FindProject onAdded={loaded.reload} />}
      </header>
      {loaded.failure && <Notice failure={loaded.failure} onRetry={loaded.reload} />}
      {loaded.loading && !loaded.value && (
        <p class="muted" role="status">
          {i18n.t('page.loading')}
        </p>
      )}
      {empty && (
        <section class="sheet empty">
          <h2>{i18n.t('watch.empty.title')}</h2>
          <p>{i18n.t('watch.empty.body')}</p>
          <FindProject onAdded={loaded.reload} />
        </section>
      )}
    </>
  );
}

type Deeds = ReturnType<typeof rowDeeds>;

/** News, filters, comparison and the table itself. */
function List(props: {
  data: WatchPageData;
  view: View;
  deeds: Deeds;
  selection: ReturnType<typeof useSelection>;
  onEdit(id: string): void;
}) {
  const { i18n } = usePage();
  const { data, view, deeds, onEdit } = props;
  const { selected, toggle, clear } = props.selection;
  return (
    <>
      <div class="sheet news">
        <SinceVisit data={data} />
        <RefreshLine />
      </div>
      <FilterBar view={view} />
      <ComparePanel rows={view.all.filter((r) => selected.has(r.projectId))} onClear={clear} />
      {view.shown.length === 0 && <p class="sheet muted">{i18n.t('watch.filter.none')}</p>}
      <WatchTable
        lines={lines(view.shown, view.grouped)}
        sort={view.sort}
        onSort={view.setSort}
        selected={selected}
        onSelect={toggle}
        onEdit={onEdit}
        onRemove={deeds.remove}
        onArchive={deeds.archive}
      />
    </>
  );
}

export function WatchlistApp() {
  const { i18n } = usePage();
  const loaded = useCall('watch.rows', null, ['watchlist', 'report', 'own']);
  const view = useView(loaded.value);
  const undo = useUndo();
  const selection = useSelection();
  const [editing, setEditing] = useState<string | null>(null);
  useEffect(() => () => void call('watch.visited', null), []);
  const data = loaded.value;
  const entries = useMemo(() => new Map(data?.rows.map((r) => [r.row.projectId, r.entry]) ?? []), [data]);
  const edited = editing === null ? undefined : entries.get(editing);
  const empty = data !== null && data.rows.length === 0;
  const deeds = rowDeeds(i18n, loaded, undo, entries);
  return (
    <div class="page page-wide">
      <Nav here="watchlist" />
      <main>
        <Top loaded={loaded} empty={empty} count={view.all.length} />
        {data && !empty && <List {...{ data, view, deeds, selection }} onEdit={setEditing} />}
        <KeepMenu onImported={loaded.reload} />
      </main>
      {edited && (
        <EditPanel
          key={edited.projectId}
          name={view.all.find((r) => r.projectId === edited.projectId)?.name ?? edited.projectId}
          entry={edited}
          onClose={() => setEditing(null)}
          onSaved={loaded.reload}
        />
      )}
      <UndoBar undo={undo} onUndone={loaded.reload} />
    </div>
  );
}
