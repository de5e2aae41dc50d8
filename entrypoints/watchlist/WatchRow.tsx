/** One watched project as a table row. */
import { Sparkline } from '../../components/Sparkline.tsx';
import { Verdict } from '../../components/Verdict.tsx';
import type { WatchRowModel } from '../../lib/domain/watch/row.ts';
import { usePage } from '../kit/page.tsx';

interface Props {
  row: WatchRowModel;
  rowIndex: number;
  selected: boolean;
  selectable: boolean;
  onSelect(): void;
  onEdit(): void;
  onRemove(): void;
  onArchive(): void;
}

/** A number with its raw value; unknown is an empty value in words, never 0. */
function Count({ id, value, words }: { id: string; value: number | null; words: (n: number) => string }) {
  const { i18n } = usePage();
  return (
    <data class={value === null ? 'muted' : ''} data-signal={id} value={value === null ? '' : String(value)}>
      {value === null ? i18n.t('page.unknown') : words(value)}
    </data>
  );
}

export function WatchRow({ row, rowIndex, selected, selectable, ...on }: Props) {
  const { i18n } = usePage();
  const { name } = row;
  const ago = (ms: number | null) => (ms === null ? i18n.t('page.unknown') : i18n.ago(ms, Date.now()));
  return (
    <tr data-project={row.projectId} aria-rowindex={rowIndex} class={selected ? 'selected' : ''}>
      <td class="c-select">
        <label class="hit">
          <input
            type="checkbox"
            checked={selected}
            disabled={!selectable}
            onChange={on.onSelect}
            aria-label={`${i18n.t('watch.col.select')}: ${name}`}
          />
        </label>
      </td>
      <th scope="row" class="c-project">
        <a class="name" href={`/project.html?id=${encodeURIComponent(row.projectId)}`}>
          <bdi>{name}</bdi>
        </a>
        <span class="tags">
          {row.tags.map((tag) => (
            <span key={tag} class="tag">
              {tag}
            </span>
          ))}
          {row.tags.length === 0 && (
            <span class="muted">{row.sectors.map((s) => i18n.maybe(`sector.${s}`) ?? s).join(' · ')}</span>
          )}
        </span>
      </th>
      <td class="c-code">
        <Verdict kind="code" verdict={row.codeVerdict} />
      </td>
      <td class="c-num c-active">
        <Count id="active-developers" value={row.activeDevelopers} words={(n) => i18n.number(n)} />
      </td>
      <td class="c-num c-drawdown">
        <Count id="drawdown" value={row.drawdown} words={(n) => i18n.percent(n)} />
      </td>
      <td class="c-line">
        <Sparkline series={{ firstWeek: 0, developers: row.line, commits: [] }} width={112} height={30} />
      </td>
      <td class="c-roadmap">
        <Verdict kind="roadmap" verdict={row.roadmapVerdict} />
      </td>
      <td class="c-next">
        {row.nextPromised ? (
          <time dateTime={row.nextPromised} title={row.nextTitle ?? undefined}>
            {i18n.date(row.nextPromised)}
          </time>
        ) : (
          <span class="muted">{i18n.t('page.unknown')}</span>
        )}
      </td>
      <td class="c-num c-overdue">
        <Count id="overdue-items" value={row.overdue} words={(n) => i18n.number(n)} />
      </td>
      <td class="c-change muted">{row.lastChangeAt === null ? '–' : ago(row.lastChangeAt)}</td>
      <td class="c-age muted">
        {ago(row.asOf)}
        {row.failure && (
          <span class="row-failure" title={i18n.maybe(`failure.${row.failure}`)}>
            {' '}
            ⚠<span class="visually-hidden">{i18n.maybe(`failure.${row.failure}`)}</span>
          </span>
        )}
      </td>
      <td class="c-actions">
        <button
          type="button"
          class="icon"
          aria-label={i18n.t('watch.edit', { name })}
          title={i18n.t('watch.edit', { name })}
          onClick={on.onEdit}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M2.5 13.5h3l7.5-7.5-3-3L2.5 10.5zM8.5 4.5l3 3" />
          </svg>
        </button>
        <button
          type="button"
          class="icon"
          aria-label={i18n.t(row.archived ? 'watch.unarchive' : 'watch.archive', { name })}
          title={i18n.t(row.archived ? 'watch.unarchive' : 'watch.archive', { name })}
          onClick={on.onArchive}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M2 3h12v3H2zM3 6v7.5h10V6M6.5 8.5h3" />
          </svg>
        </button>
        <button
          type="button"
          class="icon"
          aria-label={i18n.t('watch.remove', { name })}
          title={i18n.t('watch.remove', { name })}
          onClick={on.onRemove}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </td>
    </tr>
  );
}
