/** The strip on a page that is about a project, or whose address is near a registered one: small, at the bottom edge, dismissible. */
import { badgeFacts } from '../../components/verdict-words.ts';
import { cleanText } from '../../lib/domain/clean-text.ts';
import type { LookAlike, PageIdentity } from '../../lib/domain/detect/types.ts';
import type { CoreMessages } from '../../lib/i18n/en.ts';
import type { PlainWords } from '../../lib/i18n/words.ts';
import type { BadgeFacts } from '../../lib/protocol.ts';
import { dressBadge } from '../overlay/badge-view.ts';
import { STRIP_KEY } from '../overlay/card-slot.ts';
import { button } from './button.ts';

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

function parts(
  page: Document,
  i18n: PlainWords<CoreMessages>,
  { lookAlike, facts }: StripState,
  projectId: string,
): Node[] {
  const name = cleanText(facts?.name ?? projectId, 60);
  const title = page.createElement('bdi');
  title.className = 'rm-strip-name';
  title.textContent = name;
  const words = page.createElement('span');
  words.className = 'rm-strip-words';
  if (lookAlike) {
    words.textContent = i18n.t('strip.lookalike', { name, domain: cleanText(lookAlike.recorded, 80) });
    return [words];
  }
  const known = facts && !(facts.codeVerdict === 'not checked' && facts.roadmapVerdict === 'not checked');
  words.textContent = known ? badgeFacts(i18n, facts).join(' · ') : i18n.t('verdict.code.not-checked');
  return [title, words];
}

export function createStrip(root: HTMLElement, words: PlainWords<CoreMessages>): Strip {
  const page = root.ownerDocument;
  let element: HTMLElement | null = null;
  let dismissed = false;

  function build(projectId: string): HTMLElement {
    const strip = page.createElement('div');
    strip.className = 'rm-strip';
    strip.setAttribute('role', 'region');
    const open = button(page, 'rm-strip-open', '');
    open.dataset.project = projectId;
    open.dataset.key = STRIP_KEY;
    open.setAttribute('aria-haspopup', 'dialog');
    const close = button(page, 'rm-strip-close', '×', () => {
      dismissed = true;
      strip.remove();
      element = null;
    });
    strip.append(open, close);
    return strip;
  }
  return {
    button: () => element?.querySelector<HTMLButtonElement>('.rm-strip-open') ?? null,
    set(state) {
      const projectId = state.lookAlike?.projectId ?? state.identity?.projectId;
      if (!projectId || dismissed) {
        element?.remove();
        element = null;
        return;
      }
      if (element?.querySelector<HTMLElement>('[data-project]')?.dataset.project !== projectId) {
        element?.remove();
        element = build(projectId);
        root.append(element);
      }
      const name = state.facts?.name ?? projectId;
      const open = element.querySelector<HTMLButtonElement>('.rm-strip-open') as HTMLButtonElement;
      element.setAttribute('aria-label', words.t('strip.label', { name }));
      element.querySelector('.rm-strip-close')?.setAttribute('aria-label', words.t('strip.close'));
      delete open.dataset.look;
      dressBadge(open, words, state.facts, name);
      const text = parts(page, words, state, projectId);
      if (state.lookAlike) {
        open.setAttribute('aria-label', text[0]?.textContent ?? '');
        open.replaceChildren(...text);
      } else open.append(...text);
    },
  };
}
