/** Undo for every removal: stays until the next one or until it is closed, so that nobody has to hurry (WCAG 2.2.1). */
import { useState } from 'preact/hooks';
import { usePage } from './page.tsx';

export interface Undo {
  offered: { words: string; run(): Promise<unknown> } | null;
  offer(words: string, run: () => Promise<unknown>): void;
  close(): void;
}

/** State of the bar: one offer at a time, the newest. */
export function useUndo(): Undo {
  const [offered, setOffered] = useState<Undo['offered']>(null);
  return { offered, offer: (words, run) => setOffered({ words, run }), close: () => setOffered(null) };
}

export function UndoBar({ undo, onUndone }: { undo: Undo; onUndone?(): Promise<void> }) {
  const { i18n } = usePage();
  async function take() {
    await undo.offered?.run();
    undo.close();
    await onUndone?.();
  }
  return (
    <div class="undo" role="status">
      {undo.offered && (
        <p class="undo-bar">
          <span>{undo.offered.words}</span>
          <button type="button" class="link" onClick={take}>
            {i18n.t('watch.undo')}
          </button>
          <button type="button" class="icon" aria-label={i18n.t('page.close')} onClick={undo.close}>
            ✕
          </button>
        </p>
      )}
    </div>
  );
}
