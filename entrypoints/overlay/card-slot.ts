/**
 * Between the badges and the rest (card and strip): two scripts in one isolated world, so that a page with badges carries no interface library
 * until they stand. The card's script is asked for when the browser is idle after the first badge, and leaves its maker here.
 */
import type { CardCallbacks } from '../../components/CardActions.tsx';
import type { CardReason } from '../../components/ProjectCard.tsx';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import type { CoreMessages } from '../../lib/i18n/en.ts';
import type { PlainWords } from '../../lib/i18n/words.ts';
import type { LookAlike, PageIdentity } from '../../lib/page/types.ts';
import type { BadgeFacts } from '../../lib/protocol.ts';
import type { Failure } from '../../lib/result.ts';

export interface CardContent {
  projectId: string;
  name: string;
  reason: CardReason;
  report: ProjectReport | null;
  failure: Failure | null;
}

export interface CardWiring {
  /** The overlay's words; the card adds its own dates and lists to them. */
  words(): PlainWords<CoreMessages>;
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

/** Key under which the hover machine knows the strip. */
export const STRIP_KEY = 'strip';

export interface StripState {
  identity: PageIdentity | null;
  lookAlike: LookAlike | null;
  facts: BadgeFacts | undefined;
}

export interface Strip {
  set(state: StripState): void;
  /** The button that stands for the project; null while nothing is shown. */
  button(): HTMLButtonElement | null;
}

/** Draws the card into `element`, a popover that the overlay made. */
export interface CardKit {
  css: string;
  createCard(element: HTMLElement, wiring: CardWiring): CardView;
  createStrip(root: HTMLElement, i18n: () => PlainWords<CoreMessages>): Strip;
}

const SLOT = Symbol.for('roadmark.card');
type World = { [SLOT]?: { kit?: CardKit; waiting: ((kit: CardKit) => void)[] } };

function slot() {
  const world = globalThis as World;
  world[SLOT] ??= { waiting: [] };
  return world[SLOT];
}

/** Called by the card's script. */
export function offerCard(kit: CardKit): void {
  const { waiting } = slot();
  (globalThis as World)[SLOT] = { kit, waiting: [] };
  for (const onKit of waiting) onKit(kit);
}

/** Calls back as soon as the card's script has run; at once where it has. */
export function whenCard(onKit: (kit: CardKit) => void): void {
  const { kit, waiting } = slot();
  if (kit) onKit(kit);
  else waiting.push(onKit);
}
