/**
 * Roles of the table's parts, said out loud: a narrow window draws rows as cards, and an element that is no table box any
 * more would lose them. Spread onto elements, since a linter takes the written attribute for a repetition.
 */
export const AS = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  column: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
} as const;
