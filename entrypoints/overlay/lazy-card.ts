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

/** `inject` asks the background for the card's script; it answers false where that failed, to be asked again at the next show. */
export function createLazyCard(
  root: HTMLElement,
  wiring: CardWiring,
  addCss: (css: string) => void,
  inject: () => Promise<boolean>,
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
  function prepare(): void {
    if (view || asked) return;
    asked = true;
    void inject().then((done) => {
      asked = done;
    });
  }
  return {
    element,
    prepare,
    show(content, word, moveFocus) {
      prepare();
      if (view) view.show(content, word, moveFocus);
      else waiting = { content, word, moveFocus };
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
