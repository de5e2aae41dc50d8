/** Tags, notes and the notification switch of one project, in a native dialog (focus and Escape are the browser's). */
import { useEffect, useRef, useState } from 'preact/hooks';
import { MAX_NOTE_CHARS, MAX_TAG_CHARS, MAX_TAGS, type WatchEntry } from '../../lib/domain/keep/reader-data.ts';
import { call } from '../kit/client.ts';
import { Markdown } from '../kit/Markdown.tsx';
import { usePage } from '../kit/page.tsx';

interface Props {
  name: string;
  entry: WatchEntry;
  onClose(): void;
  onSaved(): Promise<void>;
}

/** What the reader typed as tags, by the rules of the export: unique, short, without commas. */
export function readTags(text: string): string[] {
  const tags = text.split(/[,،，、;\r\n]/).map((t) => t.trim().slice(0, MAX_TAG_CHARS).trim());
  return [...new Set(tags.filter(Boolean))].slice(0, MAX_TAGS);
}

export function EditPanel({ name, entry, onClose, onSaved }: Props) {
  const { i18n } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [tags, setTags] = useState(entry.tags.join(', '));
  const [notes, setNotes] = useState(entry.notes);
  const [notify, setNotify] = useState(entry.notify);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => dialog.current?.showModal(), []);

  async function save(event: Event) {
    event.preventDefault();
    const saved = await call('watch.edit', {
      projectId: entry.projectId,
      patch: { tags: readTags(tags), notes, notify },
    });
    if (!saved.ok) return setRefusal(i18n.maybe(`failure.${saved.failure.kind}`) ?? saved.failure.kind);
    await onSaved();
    dialog.current?.close();
  }
  return (
    <dialog ref={dialog} class="panel" aria-labelledby="edit-title" onClose={onClose}>
      <form onSubmit={save}>
        <h2 id="edit-title">{i18n.t('watch.edit', { name })}</h2>
        <label class="field">
          <span>{i18n.t('watch.tags')}</span>
          <input value={tags} onInput={(e) => setTags(e.currentTarget.value)} aria-describedby="tags-hint" />
          <small id="tags-hint" class="muted">
            {i18n.t('watch.tags.hint')}
          </small>
        </label>
        <label class="field">
          <span>{i18n.t('watch.notes')}</span>
          <textarea
            rows={6}
            maxLength={MAX_NOTE_CHARS}
            value={notes}
            onInput={(e) => setNotes(e.currentTarget.value)}
            dir="auto"
            aria-describedby="notes-hint"
          />
          <small id="notes-hint" class="muted">
            {i18n.t('watch.notes.hint')}
          </small>
        </label>
        {notes.trim() && (
          <section class="preview" aria-label={i18n.t('watch.notes.preview')}>
            <Markdown text={notes} />
          </section>
        )}
        <label class="check">
          <input type="checkbox" checked={notify} onChange={(e) => setNotify(e.currentTarget.checked)} />
          <span>{i18n.t('watch.notify')}</span>
        </label>
        {refusal && <p role="alert">{i18n.t('page.failed', { reason: refusal })}</p>}
        <p class="buttons">
          <button type="submit" class="button primary">
            {i18n.t('page.save')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {i18n.t('page.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
