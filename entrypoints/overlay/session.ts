/** One page's overlay from start to end: connects host and badges, and hands what the reader does to the card's side. */
import type { ContextReader } from '../../lib/domain/detect/context-reader.ts';
import { quotedWords } from '../../lib/domain/detect/sentence.ts';
import type { HoverTarget } from '../../lib/domain/hover.ts';
import type { CoreMessages } from '../../lib/i18n/en.ts';
import { createWords, type Language } from '../../lib/i18n/words.ts';
import type { PageFindings } from '../../lib/page/types.ts';
import type { BadgeFacts, Settings } from '../../lib/protocol.ts';
import type { Background } from './background.ts';
import { createBadges } from './badges.ts';
import { STRIP_KEY } from './card-slot.ts';
import { createHost } from './host.ts';
import { cardPopover, createLazyCard } from './lazy-card.ts';
import { listen } from './pointer-keys.ts';
import { offerTabSide } from './tab-side.ts';
import { watchLayout } from './watch-layout.ts';
import { whenIdle } from './when-idle.ts';

export interface SessionInput {
  page: Document;
  css: string;
  background: Background;
  language: Language;
  strings: Record<string, string>;
  /** Finds the words of the field in a text of the page. */
  reader: ContextReader;
  settings: Settings;
  now(): number;
  /** Called once when the overlay is gone for good: lost host, site switched off, extension updated. */
  onEnd(): void;
}

export interface Session {
  onFindings(findings: PageFindings): void;
  /** What is known of projects changed: their badges and the strip are drawn anew. */
  askFacts(projectIds: string[]): void;
  destroy(): void;
}

/** A page of which nothing is known. */
export const NOTHING: PageFindings = { identity: null, lookAlike: null, mentions: [] };
/** How often an overlay looks whether its extension was updated under it; one property read. */
const ALIVE_MS = 3000;

export function startSession(input: SessionInput): Session {
  const { page, background, settings } = input;
  const abort = new AbortController();
  const words = createWords(input.language, input.strings as CoreMessages);
  /** What the page has, and what of it is shown. */
  let whole = NOTHING;
  let findings = NOTHING;
  /** Projects that the reader does not want to see here; null stands for all. */
  const leftOut = new Set<string | null>();
  const facts = new Map<string, BadgeFacts>();

  const overlay = createHost(page, input.css, background.isAlive, destroy);
  const { root } = overlay;
  const layer = page.createElement('div');
  layer.setAttribute('role', 'group');
  root.append(layer);
  const badges = createBadges(overlay.host, layer, words);
  const element = cardPopover(root);
  const card = createLazyCard(
    {
      page,
      root,
      element,
      badges,
      background,
      settings,
      words,
      quoteContext: (text) => quotedWords(text, input.reader),
      facts,
      signal: abort.signal,
      now: input.now,
      findings: () => findings,
      targetOf,
      returnFocus: (key) => returnFocus(key),
      askFacts,
      leaveOut(projectId, out) {
        if (out) leftOut.add(projectId);
        else leftOut.delete(projectId);
        onFindings(whole);
      },
      destroy,
    },
    overlay.addStyles,
  );
  const { returnFocus } = listen({
    overlay,
    badges,
    card: element,
    signal: abort.signal,
    dispatch: card.dispatch,
    isOpen: card.isOpen,
    targetOf,
    isRtl: () => getComputedStyle(page.documentElement).direction === 'rtl',
  });
  watchLayout(
    page,
    abort.signal,
    () => {
      badges.layout();
      card.follow();
    },
    () => {
      if (badges.all().some(({ ancestry }) => ancestry.moves || ancestry.clips.length > 0)) badges.layout();
      card.follow();
    },
    badges.forget,
  );
  // Nothing outside an element in full screen is seen or can be used: its marks go there with it.
  page.addEventListener(
    'fullscreenchange',
    () => {
      const full = page.fullscreenElement;
      const isNamed = badges.all().some(({ element }) => full?.contains(element));
      card.dispatch({ type: 'outside' });
      overlay.moveTo((isNamed && full) || page.documentElement);
    },
    abort,
  );
  const alive = setInterval(() => {
    if (!background.isAlive()) destroy();
  }, ALIVE_MS);
  dressRoot();

  function dressRoot(): void {
    root.lang = words.tag;
    root.dir = words.dir;
    if (settings.theme !== 'auto') root.dataset.theme = settings.theme;
    root.dataset.marks = settings.badgeStyle;
    // The reader's own default size: a page may have set the root's to anything.
    root.style.setProperty('--rm-rem', getComputedStyle(root).fontSize);
    layer.setAttribute('aria-label', words.t('badge.region'));
  }
  function targetOf(key: string): HoverTarget | undefined {
    const found = key === STRIP_KEY ? (findings.lookAlike ?? findings.identity) : badges.get(key)?.mention;
    return found ? { key, projectId: found.projectId } : undefined;
  }
  async function askFacts(projectIds: string[]): Promise<void> {
    if (!projectIds[0]) return;
    const answer = await background.call('badge.facts', { projectIds });
    if (!answer.ok || abort.signal.aborted) return;
    for (const one of answer.value) facts.set(one.projectId, one);
    badges.setFacts(answer.value);
    card.refresh();
  }
  function onFindings(next: PageFindings): void {
    whole = next;
    const kept = <T extends { projectId: string }>(one: T | null) =>
      one && !leftOut.has(null) && !leftOut.has(one.projectId) ? one : null;
    const mentions = settings.badgeDensity === 'strip-only' ? [] : next.mentions.filter(kept);
    findings = { mentions, identity: kept(next.identity), lookAlike: kept(next.lookAlike) };
    const all = [...mentions, findings.identity, findings.lookAlike];
    const projectIds = [...new Set(all.flatMap((one) => one?.projectId ?? []))];
    void background.call('page.count', { projectIds });
    badges.set(mentions);
    card.refresh();
    void askFacts(projectIds.filter((id) => !facts.has(id)));
    // Not on the page's time: the card's script comes when the browser has nothing else to do.
    if (projectIds[0]) whenIdle(card.prepare);
  }
  function destroy(): void {
    if (abort.signal.aborted) return;
    abort.abort();
    clearInterval(alive);
    // Takes the marks, the strip and an open card away, and the count on the toolbar.
    onFindings(NOTHING);
    overlay.destroy();
    offerTabSide(undefined);
    input.onEnd();
  }
  offerTabSide({ page, badges, findings: () => findings, targetOf, dispatch: card.dispatch });
  return { onFindings, askFacts, destroy };
}
