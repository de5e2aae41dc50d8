/**
 * A short line at the window's edge on what the reader has just done, with its way back. It stays for some seconds, and as long as
 * pointer or focus is on it; what it offers can be undone in Options afterwards, too.
 */
import type { CardLink } from '../overlay/card-slot.ts';
import { button } from './button.ts';

/** Long enough for a sentence and a decision, read slowly; who is later has the way through Options. */
export const NOTICE_MS = 10_000;

export interface Offer {
  /** `byKeyboard`: the focus was on the button, and needs a place to go. */
  undo(byKeyboard: boolean): void;
  /** The offer is over: closed, out of time, or another one took its place. Not called after `undo`. */
  onOver?: (() => void) | undefined;
}

export type ShowNotice = (words: string, moveFocus: boolean, offer: Offer) => void;

/** Puts the empty notice into the overlay's root: a live region that comes with its words in it is not read out. Ends with the overlay. */
export function createNotice({ page, root, words, signal }: CardLink): ShowNotice {
  const notice = page.createElement('div');
  notice.className = 'rm-notice';
  const told = page.createElement('span');
  told.setAttribute('role', 'status');
  notice.append(told);
  root.append(notice);
  const undo = button(page, 'rm-notice-undo', words.t('undo.button'), () => end(true));
  const close = button(page, 'rm-strip-close', '×', () => end(false));
  close.setAttribute('aria-label', words.t('card.close'));
  let offer: Offer | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(isUndone: boolean): void {
    const last = offer;
    const hadFocus = notice.matches(':focus-within');
    offer = null;
    clearTimeout(timer);
    told.textContent = '';
    undo.remove();
    close.remove();
    if (isUndone) last?.undo(hadFocus);
    else last?.onOver?.();
  }
  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(() => (notice.matches(':hover, :focus-within') ? wait() : end(false)), NOTICE_MS);
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (text, moveFocus, next) => {
    if (offer) end(false);
    offer = next;
    told.textContent = text;
    notice.append(undo, close);
    if (moveFocus) undo.focus({ preventScroll: true });
    wait();
  };
}
