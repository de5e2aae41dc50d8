/** The open card: what it shows, and the keyboard's way in and out. */
import { render } from 'preact';
import type { CardCallbacks } from '../../components/CardActions.tsx';
import { type CardReason, ProjectCard } from '../../components/ProjectCard.tsx';
import { WordsContext } from '../../components/words.ts';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { withDates } from '../../lib/i18n/dates.ts';
import type { CoreMessages } from '../../lib/i18n/en.ts';
import type { PlainWords } from '../../lib/i18n/words.ts';
import type { Failure } from '../../lib/result.ts';
import { placeCard } from './place-card.ts';

export interface CardContent {
  projectId: string;
  name: string;
  reason: CardReason;
  report: ProjectReport | null;
  failure: Failure | null;
}

export interface CardWiring {
  /** The overlay's words; the card adds its own dates and lists to them. */
  words: PlainWords<CoreMessages>;
  now(): number;
  on: CardCallbacks;
  /** Tab left the card at either end. */
  onTabOut(): void;
  /** The word left the viewport. */
  onLost(): void;
}

export interface CardView {
  show(content: CardContent, word: () => DOMRect | null, moveFocus: boolean): void;
  /** Merges newer content into the open card. */
  update(patch: Partial<CardContent>): void;
  /** Follows the word after a scroll or a change of size. */
  follow(): void;
  hide(): void;
  isOpen(): boolean;
  content(): CardContent | null;
}

/** The id that the popover's aria-labelledby names. */
const TITLE_ID = 'roadmark-title';
const FOCUSABLE = 'button:not([disabled]), a[href]';

export function createCard(element: HTMLElement, wiring: CardWiring): CardView {
  const i18n = withDates(wiring.words);
  let content: CardContent | null = null;
  let word: () => DOMRect | null = () => null;
  /** Something newer than what is drawn waits for the pointer to leave the buttons. */
  let isLate = false;

  function draw(): void {
    isLate = false;
    if (!content) return;
    render(
      <WordsContext.Provider value={{ i18n, now: wiring.now() }}>
        <ProjectCard key={content.projectId} {...content} titleId={TITLE_ID} on={wiring.on} />
      </WordsContext.Provider>,
      element,
    );
  }
  /** Into the top layer, and back into it after the page took the host away and it was put back. */
  function raise(): boolean {
    if (!element.isConnected) return false;
    if (!element.matches(':popover-open')) element.showPopover();
    return true;
  }
  function follow(): void {
    if (!content || !raise()) return;
    const at = word();
    const view = element.ownerDocument.defaultView as Window;
    if (!at || at.bottom < 0 || at.top > view.innerHeight) wiring.onLost();
    else void placeCard(element, at, i18n.dir === 'rtl');
  }
  /** Newer figures change the card's height: a button must not slip from under the pointer that is about to press it. */
  function mayWait(patch: Partial<CardContent>): boolean {
    const answersReader = Boolean(patch.failure) || patch.report?.watched !== content?.report?.watched;
    return !answersReader && element.querySelector('.rm-actions:hover') !== null;
  }
  element.addEventListener('pointerout', ({ relatedTarget }) => {
    if (!isLate || (relatedTarget instanceof Element && relatedTarget.closest('.rm-actions'))) return;
    draw();
    follow();
  });
  function hide(): void {
    content = null;
    if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
    render(null, element);
  }
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    const stops = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const at = (element.getRootNode() as ShadowRoot).activeElement;
    const leaves = event.shiftKey ? at === stops[0] || at === element : at === stops.at(-1);
    if (!leaves) return;
    event.preventDefault();
    wiring.onTabOut();
  });
  return {
    show(next, anchor, moveFocus) {
      content = next;
      word = anchor;
      draw();
      follow();
      if (moveFocus) element.focus({ preventScroll: true });
    },
    update(patch) {
      if (!content) return;
      const waits = mayWait(patch);
      content = { ...content, ...patch };
      isLate = waits;
      if (waits) return;
      draw();
      follow();
    },
    follow,
    hide,
    isOpen: () => content !== null,
    content: () => content,
  };
}
