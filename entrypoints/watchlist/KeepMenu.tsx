/** Export and import: files are read and written here, what stands in the database by the background. An import shows first what it would do. */
import { useRef, useState } from 'preact/hooks';
import { type FileKind, readFile, writeFile } from '../../lib/domain/keep/file.ts';
import type { MergePreview } from '../../lib/domain/keep/merge.ts';
import type { ReaderData } from '../../lib/domain/keep/reader-data.ts';
import type { Failure } from '../../lib/result.ts';
import { call } from '../kit/client.ts';
import { usePage } from '../kit/page.tsx';
import { saveFile } from '../kit/save-file.ts';

type Step =
  | { at: 'preview'; data: ReaderData; preview: MergePreview }
  | { at: 'refused'; reason: string }
  | { at: 'done' };

const PARTS = ['watchlist', 'ownProjects', 'corrections', 'visits'] as const;

const refused = ({ kind, detail }: Failure): Step => ({ at: 'refused', reason: detail ?? kind });

function PreviewTable({ preview }: { preview: MergePreview }) {
  const { i18n } = usePage();
  const counts = ['added', 'changed', 'same'] as const;
  return (
    <table class="plain" aria-labelledby="import-title">
      <thead>
        <tr>
          <td />
          {counts.map((c) => (
            <th key={c} scope="col">
              {i18n.t(`watch.import.${c}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PARTS.map((part) => (
          <tr key={part}>
            <th scope="row">{i18n.t(`watch.import.kind.${part}`)}</th>
            {counts.map((c) => (
              <td key={c} class="c-num">
                {i18n.number(preview[part][c])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function KeepMenu({ onImported }: { onImported(): Promise<void> }) {
  const { i18n } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [step, setStep] = useState<Step | null>(null);

  async function save(kind: FileKind) {
    const answer = await call('data.read', null);
    if (!answer.ok) return;
    const { name, text } = writeFile(kind, answer.value, Date.now());
    saveFile(name, new Blob([text], { type: kind === 'json' ? 'application/json' : 'text/csv' }));
  }
  async function choose(chosen: File | undefined) {
    if (!chosen) return;
    const kind: FileKind = chosen.name.toLowerCase().endsWith('.csv') ? 'csv' : 'json';
    const file = readFile(kind, await chosen.text(), Date.now());
    const answer = file.ok ? await call('data.preview', { data: file.value }) : file;
    if (file.ok && answer.ok) setStep({ at: 'preview', data: file.value, preview: answer.value });
    else if (!answer.ok) setStep(refused(answer.failure));
    dialog.current?.showModal();
    if (input.current) input.current.value = '';
  }
  async function take() {
    if (step?.at !== 'preview') return;
    const answer = await call('data.import', { data: step.data });
    setStep(answer.ok ? { at: 'done' } : refused(answer.failure));
    await onImported();
  }
  return (
    <div class="keep">
      <button type="button" class="button small" onClick={() => save('json')}>
        {i18n.t('watch.export.json')}
      </button>
      <button type="button" class="button small" onClick={() => save('csv')}>
        {i18n.t('watch.export.csv')}
      </button>
      <button type="button" class="button small" onClick={() => input.current?.click()}>
        {i18n.t('watch.import')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,.csv,application/json,text/csv"
        hidden
        onChange={(e) => choose(e.currentTarget.files?.[0])}
      />
      <dialog ref={dialog} class="panel" aria-labelledby="import-title">
        <h2 id="import-title">{i18n.t('watch.import.title')}</h2>
        {step?.at === 'preview' && (
          <>
            <p>{i18n.t('watch.import.preview')}</p>
            <PreviewTable preview={step.preview} />
            <p class="muted">{i18n.t('watch.import.rule')}</p>
          </>
        )}
        {step?.at === 'refused' && <p role="alert">{i18n.t('watch.import.refused', { reason: step.reason })}</p>}
        {step?.at === 'done' && <p role="status">{i18n.t('watch.import.done')}</p>}
        <p class="buttons">
          {step?.at === 'preview' && (
            <button type="button" class="button primary" onClick={take}>
              {i18n.t('watch.import.do')}
            </button>
          )}
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {i18n.t(step?.at === 'preview' ? 'page.cancel' : 'page.close')}
          </button>
        </p>
      </dialog>
    </div>
  );
}
