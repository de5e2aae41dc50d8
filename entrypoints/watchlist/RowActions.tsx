/** What can be done with one watched project: tags and notes, archive, remove. */
import { usePage } from '../kit/page.tsx';
import type { WatchRowProps } from './WatchRow.tsx';

const PATHS = {
  edit: 'M2.5 13.5h3l7.5-7.5-3-3L2.5 10.5zM8.5 4.5l3 3',
  archive: 'M2 3h12v3H2zM3 6v7.5h10V6M6.5 8.5h3',
  remove: 'M4 4l8 8M12 4l-8 8',
};

function IconButton({ words, path, onClick }: { words: string; path: string; onClick(): void }) {
  return (
    <button type="button" class="icon" aria-label={words} title={words} onClick={onClick}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}

export function RowActions({ row, onEdit, onArchive, onRemove }: WatchRowProps) {
  const { i18n } = usePage();
  const { name } = row;
  return (
    <>
      <IconButton words={i18n.t('watch.edit', { name })} path={PATHS.edit} onClick={onEdit} />
      <IconButton
        words={i18n.t(row.archived ? 'watch.unarchive' : 'watch.archive', { name })}
        path={PATHS.archive}
        onClick={onArchive}
      />
      <IconButton words={i18n.t('watch.remove', { name })} path={PATHS.remove} onClick={onRemove} />
    </>
  );
}
