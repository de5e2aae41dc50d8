/** Export and import: files by the browser, everything else in the background. An import shows first what it would do. */
import { useRef, useState } from 'preact/hooks';
import type { MergePreview } from '../../lib/domain/keep/merge.ts';
import { call } from '../kit/client.ts';
import { usePage } from '../kit/page.tsx';
import { saveFile } from '../kit/save-file.ts';

type Kind = 'json' | 'csv';
type Step =
  | { at: 'preview'; kind: Kind; text: string; preview: MergePreview }
  | { at: 'refused'; reason: string }
  | { at: 'done' };

const PARTS = ['watchlist', 'ownProjects', 'corrections', 'visits'] as const;

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
  const file = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [step, setStep] = useState<Step | null>(null);

  async function save(kind: Kind) {
    const answer = await call('data.export', { kind });
    if (answer.ok)
      saveFile(
        answer.value.fileName,
        new Blob([answer.value.text], { type: kind === 'json' ? 'application/json' : 'text/csv' }),
      );
  }
  async function choose(chosen: File | undefined) {
    if (!chosen) return;
    const kind: Kind = chosen.name.toLowerCase().endsWith('.csv') ? 'csv' : 'json';
    const text = await chosen.text();
    const answer = await call('data.preview', { kind, text });
    setStep(
      answer.ok
        ? { at: 'preview', kind, text, preview: answer.value }
        : { at: 'refused', reason: answer.failure.detail ?? answer.failure.kind },
    );
    dialog.current?.showModal();
    if (file.current) file.current.value = '';
  }
  async function take() {
    if (step?.at !== 'preview') return;
    const answer = await call('data.import', { kind: step.kind, text: step.text });
    setStep(answer.ok ? { at: 'done' } : { at: 'refused', reason: answer.failure.detail ?? answer.failure.kind });
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
      <button type="button" class="button small" onClick={() => file.current?.click()}>
        {i18n.t('watch.import')}
      </button>
      <input
        ref={file}
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
