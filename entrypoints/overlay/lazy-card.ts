/** The card before and after its script has come: what is shown meanwhile is remembered and shown then. */
import { type CardContent, type CardView, type CardWiring, whenCard } from './card-slot.ts';

export interface LazyCard extends CardView {
  element: HTMLElement;
  /** Asks for the card's script unless that was done. */
  prepare(): void;
}

function popover(root: HTMLElement): HTMLElement {
  const element = root.ownerDocument.createElement('div');
  element.className = 'rm-popover';
  element.setAttribute('popover', 'manual');
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-labelledby', 'roadmark-title');
  element.tabIndex = -1;
  root.append(element);
  return element;
}

/**
 * `inject` asks the background for the card's script. Each show asks again until it has come: a page that was left in the middle and comes back from
 * the browser's store never hears the answer of the first time. A second copy of the script changes nothing.
 */
export function createLazyCard(
  root: HTMLElement,
  wiring: CardWiring,
  addCss: (css: string) => void,
  inject: () => void,
  signal: AbortSignal,
): LazyCard {
  const element = popover(root);
  let view: CardView | null = null;
  let waiting: { content: CardContent; word: () => DOMRect | null; moveFocus: boolean } | null = null;
  let asked = false;

  whenCard((kit) => {
    // Not whether the page has us at the moment: it may have taken the host away, which comes back.
    if (signal.aborted) return;
    addCss(kit.css);
    view = kit.createCard(element, wiring);
    if (waiting) view.show(waiting.content, waiting.word, waiting.moveFocus);
    waiting = null;
  });
  return {
    element,
    prepare() {
      if (!asked) inject();
      asked = true;
    },
    show(content, word, moveFocus) {
      if (view) return view.show(content, word, moveFocus);
      waiting = { content, word, moveFocus };
      inject();
    },
    update(patch) {
      if (waiting) waiting.content = { ...waiting.content, ...patch };
      view?.update(patch);
    },
    follow: () => view?.follow(),
    hide() {
      waiting = null;
      view?.hide();
    },
    isOpen: () => view?.isOpen() ?? waiting !== null,
    content: () => view?.content() ?? waiting?.content ?? null,
  };
}
