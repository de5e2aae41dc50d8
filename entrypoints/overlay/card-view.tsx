/** The open card: its element in the top layer, what it shows, and the keyboard's way in and out. */
import { render } from 'preact';
import type { CardCallbacks } from '../../components/CardActions.tsx';
import { type CardReason, ProjectCard } from '../../components/ProjectCard.tsx';
import { WordsContext } from '../../components/words.ts';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import type { CoreMessages } from '../../lib/i18n/en.ts';
import type { I18n } from '../../lib/i18n.ts';
import type { Failure } from '../../lib/result.ts';
import { placeCard } from './place-card.ts';

export interface CardContent {
  projectId: string;
  name: string;
  reason: CardReason;
  report: ProjectReport | null;
  failure: Failure | null;
}

export interface CardView {
  element: HTMLElement;
  show(content: CardContent, word: () => DOMRect | null, moveFocus: boolean): void;
  /** Merges newer content into the open card. */
  update(patch: Partial<CardContent>): void;
  /** Follows the word after a scroll or a change of size; closes through `onLost` when the word left the viewport. */
  follow(): void;
  hide(): void;
  isOpen(): boolean;
  content(): CardContent | null;
}

interface Wiring {
  i18n(): I18n<CoreMessages>;
  now(): number;
  on: CardCallbacks;
  /** Tab left the card at either end. */
  onTabOut(): void;
  onLost(): void;
}

const TITLE_ID = 'roadmark-title';
const FOCUSABLE = 'button:not([disabled]), a[href]';

export function createCard(root: HTMLElement, wiring: Wiring): CardView {
  const element = root.ownerDocument.createElement('div');
  element.className = 'rm-popover';
  element.setAttribute('popover', 'manual');
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-labelledby', TITLE_ID);
  element.tabIndex = -1;
  root.append(element);
  let content: CardContent | null = null;
  let word: () => DOMRect | null = () => null;

  function draw(): void {
    if (!content) return;
    render(
      <WordsContext.Provider value={{ i18n: wiring.i18n(), now: wiring.now() }}>
        <ProjectCard key={content.projectId} {...content} titleId={TITLE_ID} on={wiring.on} />
      </WordsContext.Provider>,
      element,
    );
  }
  function follow(): void {
    if (!content) return;
    const at = word();
    const view = root.ownerDocument.defaultView as Window;
    if (!at || at.bottom < 0 || at.top > view.innerHeight) wiring.onLost();
    else void placeCard(element, at, wiring.i18n().dir === 'rtl');
  }
  function hide(): void {
    content = null;
    if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
    render(null, element);
  }
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    const stops = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const at = (root.getRootNode() as ShadowRoot).activeElement;
    const leaves = event.shiftKey ? at === stops[0] || at === element : at === stops.at(-1);
    if (!leaves) return;
    event.preventDefault();
    wiring.onTabOut();
  });
  return {
    element,
    show(next, anchor, moveFocus) {
      content = next;
      word = anchor;
      draw();
      if (!element.matches(':popover-open')) element.showPopover();
      follow();
      if (moveFocus) element.focus({ preventScroll: true });
    },
    update(patch) {
      if (!content) return;
      content = { ...content, ...patch };
      draw();
      follow();
    },
    follow,
    hide,
    isOpen: () => content !== null,
    content: () => content,
  };
}
