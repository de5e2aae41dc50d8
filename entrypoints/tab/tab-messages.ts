/** What popup, side panel and keyboard commands may ask of the overlay: what is on the page, and to point at it. */
import type { TabFindings, TabMessage } from '../../lib/protocol.ts';
import type { TabSide } from '../overlay/tab-side.ts';

/** Key of the line for what the page is about: it has no place in the text. */
const ABOUT_KEY = 'about';
const MARKED = 'rm-marked';

function list({ badges, findings }: TabSide): TabFindings {
  const { identity: about } = findings();
  const mentions = badges.all().map(({ mention }) => mention);
  const shown = mentions.filter(({ projectId }) => projectId !== about?.projectId);
  const lines = shown.map(({ key, projectId, text }) => ({ key, projectId, text, about: false }));
  if (!about) return { projects: lines };
  const named = mentions.find(({ projectId }) => projectId === about.projectId);
  const first = { key: named?.key ?? ABOUT_KEY, projectId: about.projectId, text: about.matched, about: true };
  return { projects: [first, ...lines] };
}

/** Brings a mention into view; the page's own scrolling, nothing of the page is changed. */
function scrollTo({ badges, page }: TabSide, key: string): void {
  const element = badges.get(key)?.mention.range.startContainer.parentElement;
  const calm = page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
}

function mark({ badges }: TabSide, key: string, on: boolean): void {
  if (on && badges.get(key)?.button?.hidden !== false) badges.layout(key);
  for (const { mention, button } of badges.all()) button?.classList.toggle(MARKED, on && mention.key === key);
}

/** The badge after the one in focus, round and round; the first that stands below the top of the window else. */
function next(deps: TabSide): string | undefined {
  const keys = deps.badges.all().map(({ mention }) => mention.key);
  const root = deps.badges
    .all()
    .find(({ button }) => button)
    ?.button?.getRootNode();
  const focused = root instanceof ShadowRoot ? deps.badges.keyOf(root.activeElement) : undefined;
  if (focused !== undefined) return keys[(keys.indexOf(focused) + 1) % keys.length];
  const below = deps.badges.all().find(({ mention }) => mention.range.getBoundingClientRect().top >= 0);
  return below?.mention.key ?? keys[0];
}

function focusNext(deps: TabSide): string | undefined {
  const key = next(deps);
  if (key === undefined) return undefined;
  scrollTo(deps, key);
  deps.badges.focus(key);
  return key;
}

function openCard(deps: TabSide): void {
  const root = deps.badges
    .all()
    .find(({ button }) => button)
    ?.button?.getRootNode();
  const key = (root instanceof ShadowRoot ? deps.badges.keyOf(root.activeElement) : undefined) ?? focusNext(deps);
  const target = key === undefined ? undefined : deps.targetOf(key);
  if (target) deps.dispatch({ type: 'press', target, moveFocus: true });
}

/** Carries out a message; the answer is what goes back, `true` where there is nothing to tell. */
export function answerTab(deps: TabSide, message: TabMessage): TabFindings | true {
  switch (message.tab) {
    case 'findings':
      return list(deps);
    case 'scroll':
      scrollTo(deps, message.key);
      break;
    case 'mark':
    case 'unmark':
      mark(deps, message.key, message.tab === 'mark');
      break;
    case 'next-badge':
      focusNext(deps);
      break;
    case 'open-card':
      openCard(deps);
  }
  return true;
}

const KINDS: readonly string[] = ['findings', 'scroll', 'mark', 'unmark', 'next-badge', 'open-card'];

/** Whether a message is one of ours; others (the lens's) are not answered here. */
export function isTabMessage(message: unknown): message is TabMessage {
  const { roadmark, tab } = (message ?? {}) as { roadmark?: unknown; tab?: unknown };
  return roadmark === 1 && typeof tab === 'string' && KINDS.includes(tab);
}
