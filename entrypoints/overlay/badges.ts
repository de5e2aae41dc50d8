/**
 * All badges of a page: which mentions have one, where they stand, and the keyboard's way through them. Only mentions near the
 * viewport are drawn. Reading of layout and writing of styles are kept apart, so that one pass costs one layout.
 */
import type { CoreMessages } from '../../lib/i18n/en.ts';
import type { PlainWords } from '../../lib/i18n/words.ts';
import type { Mention } from '../../lib/page/types.ts';
import type { BadgeFacts } from '../../lib/protocol.ts';
import { dressBadge, markCount } from './badge-view.ts';
import {
  type Ancestry,
  ancestryOf,
  elementOf,
  isCovered,
  isUnclipped,
  type Room,
  type WordBox,
  wordBox,
} from './geometry.ts';
import { rectsOf } from './rects.ts';

export interface Badge {
  mention: Mention;
  element: Element;
  ancestry: Ancestry;
  button: HTMLButtonElement | null;
  /** Last place; null while not seen. */
  box: WordBox | null;
  /** Room found for the marks, as long as the word stands where it did. */
  room: Room | null;
}

export interface Badges {
  /** Replaces the set of mentions, in reading order. */
  set(mentions: Mention[]): void;
  setFacts(facts: BadgeFacts[]): void;
  /** Reads all places anew and draws. `force` draws that mention wherever it stands. */
  layout(force?: string): void;
  /** Text within `node` changed: the room for marks there is to be found anew. */
  forget(node: Node): void;
  /** Mention whose word is at a point of the viewport, where `target` is what the page has there. */
  at(x: number, y: number, target: EventTarget | null): Badge | undefined;
  get(key: string): Badge | undefined;
  all(): Badge[];
  focus(key: string): void;
  /** Key of the badge that a node of the shadow tree belongs to. */
  keyOf(node: Element | null): string | undefined;
}

/** Badges are drawn this many viewport heights above and below what is seen, so that a scroll finds them standing. */
const NEAR = 1;

function overlaps(boxes: { x: number; y: number }[], box: WordBox): boolean {
  return boxes.some((other) => Math.abs(other.x - box.x) < 4 && Math.abs(other.y - box.y) < 4);
}

export function createBadges(host: HTMLElement, layer: HTMLElement, i18n: PlainWords<CoreMessages>): Badges {
  const page = host.ownerDocument;
  const facts = new Map<string, BadgeFacts>();
  let badges: Badge[] = [];
  /** Side of 1 CSS px of ours in viewport px: not 1 under a page's own zoom or scale. */
  let origin = { x: 0, y: 0, scale: 1, scrollX: 0, scrollY: 0 };
  let active: string | null = null;

  const ruler = page.createElement('i');
  ruler.className = 'rm-ruler';
  layer.append(ruler);

  function makeButton(mention: Mention): HTMLButtonElement {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'rm-badge';
    button.dataset.project = mention.projectId;
    button.dataset.key = mention.key;
    button.tabIndex = -1;
    button.setAttribute('aria-haspopup', 'dialog');
    if (mention.projectId.startsWith('sector:')) button.classList.add('rm-sector');
    return button;
  }
  /** Null where the word has no box, or none that the reader may see soon; `forced`: wherever it stands. */
  function place(badge: Badge, forced: boolean): WordBox | null {
    const { mention, element } = badge;
    const rects = element.isConnected ? rectsOf(mention.range) : [];
    const last = rects.at(-1);
    if (!last || !(forced || (isNear(last) && isSeen(badge, last)))) return null;
    const box = wordBox(mention, rects, markCount(facts.get(mention.projectId)), badge.room);
    badge.room = box.room;
    return box;
  }
  function isNear({ top }: DOMRect): boolean {
    const height = page.defaultView?.innerHeight ?? 0;
    return top > -NEAR * height && top < (1 + NEAR) * height;
  }
  function isSeen(badge: Badge, last: DOMRect): boolean {
    const x = (last.left + last.right) / 2;
    const y = (last.top + last.bottom) / 2;
    return isUnclipped(x, y, badge.element, badge.ancestry.clips) && !isCovered(x, y, badge.element, host);
  }
  function measure(): void {
    const at = ruler.getBoundingClientRect();
    const view = page.defaultView as Window;
    origin = { x: at.left, y: at.top, scale: at.width / 100 || 1, scrollX: view.scrollX, scrollY: view.scrollY };
  }
  function draw(badge: Badge): void {
    const { box } = badge;
    if (!box) {
      // The focused badge stays: removing it would throw the reader's focus away.
      if (badge.button && badge.button !== (layer.getRootNode() as ShadowRoot).activeElement)
        badge.button.hidden = true;
      return;
    }
    if (!badge.button) {
      badge.button = makeButton(badge.mention);
      insertInOrder(badge);
    }
    const { button } = badge;
    dressBadge(button, i18n, facts.get(badge.mention.projectId), badge.mention.text);
    button.hidden = false;
    button.classList.toggle('rm-on-dark', badge.ancestry.dark);
    // Moved, not placed: a badge that grows by a mark would count as a shift of the page's layout.
    const [x, y] = [(box.x - origin.x) / origin.scale, (box.y - origin.y) / origin.scale];
    button.style.setProperty('translate', `${x}px ${y}px`);
    button.style.setProperty('--rm-side', `${box.height / origin.scale}px`);
    button.style.setProperty('z-index', badge.ancestry.level);
  }
  /** DOM order is reading order: what screen readers follow. */
  function insertInOrder(badge: Badge): void {
    const after = badges.slice(badges.indexOf(badge) + 1).find(({ button }) => button);
    layer.insertBefore(badge.button as HTMLButtonElement, after?.button ?? null);
  }
  function rove(): void {
    const shown = badges.filter(({ button }) => button && !button.hidden);
    const stop = shown.find(({ mention }) => mention.key === active) ?? shown[0];
    for (const badge of shown) (badge.button as HTMLButtonElement).tabIndex = badge === stop ? 0 : -1;
  }
  function layout(force?: string): void {
    measure();
    const taken: WordBox[] = [];
    for (const badge of badges) {
      const forced = badge.mention.key === force;
      const box = place(badge, forced);
      badge.box = box && (forced || !overlaps(taken, box)) ? box : null;
      if (badge.box) taken.push(badge.box);
    }
    for (const badge of badges) draw(badge);
    rove();
  }
  function set(mentions: Mention[]): void {
    const old = new Map(badges.map((badge) => [badge.mention.key, badge]));
    badges = mentions.flatMap((mention) => {
      const element = elementOf(mention.range);
      if (!element) return [];
      const before = old.get(mention.key);
      if (before && before.element === element) {
        old.delete(mention.key);
        return [{ ...before, mention }];
      }
      return [{ mention, element, ancestry: ancestryOf(element), button: null, box: null, room: null }];
    });
    for (const badge of old.values()) badge.button?.remove();
    layout();
  }
  function at(x: number, y: number, target: EventTarget | null): Badge | undefined {
    const view = page.defaultView as Window;
    return badges.find(({ box, element, ancestry }) => {
      if (!box || !(target instanceof Node) || !(element.contains(target) || target.contains(element))) return false;
      const dx = ancestry.moves ? 0 : view.scrollX - origin.scrollX;
      const dy = ancestry.moves ? 0 : view.scrollY - origin.scrollY;
      return box.rects.some(
        (rect) => x >= rect.left - dx && x <= rect.right - dx && y >= rect.top - dy && y <= rect.bottom - dy,
      );
    });
  }
  const get = (key: string) => badges.find(({ mention }) => mention.key === key);
  return {
    set,
    layout,
    at,
    get,
    all: () => badges,
    forget(node) {
      for (const badge of badges) if (node.contains(badge.element)) badge.room = null;
    },
    setFacts(list) {
      for (const one of list) facts.set(one.projectId, one);
      layout();
    },
    focus(key) {
      active = key;
      if (get(key)?.button?.hidden !== false) layout(key);
      rove();
      get(key)?.button?.focus();
    },
    keyOf: (node) => node?.closest<HTMLElement>('[data-key]')?.dataset.key,
  };
}
