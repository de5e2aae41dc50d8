/** The table's columns, in order, for header, rows and the choice of order in a narrow window. */
import type { SortKey } from '../../lib/domain/watch/view.ts';

/** `key` null: not sortable. The class gives the width, and the place in a narrow window's card. */
export const COLUMNS = [
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
