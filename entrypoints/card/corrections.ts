/** "Not this project" and "Never on this site": what is left out of the page, and the way back. */
import { cleanText } from '../../lib/domain/clean-text.ts';
import type { MuteScope } from '../../lib/protocol.ts';
import type { CardLink } from '../overlay/card-slot.ts';
import { createNotice } from './notice.ts';

interface Correction {
  /** What is left out; null: all of the page. */
  projectId: string | null;
  told: string;
  /** Tells the background, which keeps it. */
  keep(out: boolean): Promise<unknown>;
  /** The way back is no longer offered on the page. */
  onOver?(): void;
}

export interface Corrections {
  /** Leaves the project out in that scope. `key` is the badge (or strip) whose card was open. */
  mute(projectId: string, key: string, scope: MuteScope): void;
  /** Leaves this site alone: the overlay ends when the way back is no longer offered. */
  switchOff(key: string): void;
}

/** `closeCard` is called before anything is taken away. What the reader decided is kept at once; undoing it is a second call. */
export function createCorrections(link: CardLink, closeCard: () => void): Corrections {
  const { background, page, words } = link;
  const show = createNotice(link);

  function correct(key: string, { projectId, told, keep, onOver }: Correction): void {
    const hadFocus = link.element.matches(':focus-within');
    const kept = keep(true);
    closeCard();
    link.leaveOut(projectId, true);
    const undo = (byKeyboard: boolean) => {
      // After the first call, or the two might be done in the other order.
      void kept.then(() => keep(false));
      link.leaveOut(projectId, false);
      if (byKeyboard) link.returnFocus(key);
    };
    show(told, hadFocus, { undo, onOver });
  }
  return {
    mute(projectId, key, scope) {
      const name = cleanText(link.facts.get(projectId)?.name ?? link.badges.get(key)?.mention.text ?? projectId, 60);
      const request = { projectId, scope, url: page.location.href };
      const keep = (muted: boolean) => background.call('mute.set', { ...request, muted });
      correct(key, { projectId, told: words.t(`undo.${scope}`, { name }), keep });
    },
    switchOff(key) {
      const host = page.location.hostname;
      const keep = (off: boolean) => background.call('site.set', { host, off });
      correct(key, { projectId: null, told: words.t('undo.off', { site: host }), keep, onOver: link.destroy });
    },
  };
}
