/** The card's buttons. */
import { useState } from 'preact/hooks';
import { useWords } from './words.ts';

export type MuteScope = 'page' | 'site' | 'everywhere';

export interface CardCallbacks {
  onWatch(watched: boolean): void;
  onDetails(): void;
  onMute(scope: MuteScope): void;
  onSiteOff(): void;
  onClose(): void;
}

const SCOPES: MuteScope[] = ['page', 'site', 'everywhere'];

const MARK = (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <path d="M3 1.5h6v9L6 8.2 3 10.5Z" />
  </svg>
);

export function CardActions({ watched, on }: { watched: boolean | null; on: CardCallbacks }) {
  const { i18n } = useWords();
  const [choosing, setChoosing] = useState(false);
  const notThis = i18n.t(watched === null ? 'card.not-this.sector' : 'card.not-this');
  return (
    <footer class="rm-actions">
      {watched === null ? null : (
        <div class="rm-actions-main">
          <button
            type="button"
            class="rm-button rm-primary"
            aria-pressed={watched}
            onClick={() => on.onWatch(!watched)}
          >
            {MARK}
            {i18n.t(watched ? 'card.watched' : 'card.watch')}
          </button>
          <button type="button" class="rm-button" onClick={on.onDetails}>
            {i18n.t('card.details')}
          </button>
        </div>
      )}
      <div class="rm-actions-off">
        <button type="button" class="rm-quiet-button" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {notThis}
        </button>
        <button type="button" class="rm-quiet-button" onClick={on.onSiteOff}>
          {i18n.t('card.never-here')}
        </button>
      </div>
      {choosing ? (
        <fieldset class="rm-scopes">
          <legend class="rm-sr">{notThis}</legend>
          {SCOPES.map((scope) => (
            <button key={scope} type="button" class="rm-quiet-button" onClick={() => on.onMute(scope)}>
              {i18n.t(`card.not-this.${scope}`)}
            </button>
          ))}
        </fieldset>
      ) : null}
    </footer>
  );
}
