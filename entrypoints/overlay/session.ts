/** One page's overlay from start to end: connects host, badges, strip, hover machine and card. */
import type { CardReason } from '../../components/ProjectCard.tsx';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  type HoverTarget,
  hover,
  IDLE,
  isCurrent,
} from '../../lib/domain/hover.ts';
import type { CoreMessages } from '../../lib/i18n/en.ts';
import { createWords, type Language } from '../../lib/i18n/words.ts';
import type { PageFindings } from '../../lib/page/types.ts';
import type { BadgeFacts, MuteScope, Settings } from '../../lib/protocol.ts';
import { createBadges } from './badges.ts';
import { type CardWiring, STRIP_KEY, type Strip, whenCard } from './card-slot.ts';
import { rectsOf } from './geometry.ts';
import { createHost } from './host.ts';
import { createLazyCard } from './lazy-card.ts';
import { listen } from './pointer-keys.ts';
import { type Background, createReports, type ReportPatch } from './reports.ts';
import { offerTabSide } from './tab-side.ts';
import { watchLayout } from './watch-layout.ts';
import { whenIdle } from './when-idle.ts';

export interface SessionInput {
  page: Document;
  css: string;
  background: Background;
  language: Language;
  strings: Record<string, string>;
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
  const { page, background, now } = input;
  const abort = new AbortController();
  const { settings } = input;
  const i18n = createWords(input.language, input.strings as CoreMessages);
  let findings = NOTHING;
  let state: HoverState = IDLE;
  const muted = new Set<string>();
  const facts = new Map<string, BadgeFacts>();

  const overlay = createHost(page, input.css, background.isAlive, destroy);
  const layer = page.createElement('div');
  layer.setAttribute('role', 'group');
  overlay.root.append(layer);
  const badges = createBadges(overlay.host, layer, () => i18n);
  let strip: Strip | null = null;
  const reports = createReports(background, onPatch);
  const wiring: CardWiring = {
    words: () => i18n,
    now,
    onTabOut: () => dispatch({ type: 'escape' }),
    onLost: () => dispatch({ type: 'outside' }),
    on: {
      onWatch: setWatched,
      onDetails: () => withProject((projectId) => void background.call('page.open', { projectId })),
      onMute: mute,
      onSiteOff: switchOff,
      onClose: () => dispatch({ type: 'escape' }),
    },
  };
  const card = createLazyCard(
    overlay.root,
    wiring,
    overlay.addStyles,
    () => void background.call('card.inject', null),
    abort.signal,
  );
  const { returnFocus } = listen({
    overlay,
    badges,
    card: card.element,
    signal: abort.signal,
    dispatch,
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
      dispatch({ type: 'outside' });
      overlay.moveTo((isNamed && full) || page.documentElement);
    },
    abort,
  );
  const alive = setInterval(() => {
    if (!background.isAlive()) destroy();
  }, ALIVE_MS);
  whenCard((kit) => {
    if (abort.signal.aborted) return;
    strip = kit.createStrip(overlay.root, () => i18n);
    drawStrip();
  });
  dressRoot();

  function dressRoot(): void {
    overlay.root.lang = i18n.tag;
    overlay.root.dir = i18n.dir;
    if (settings.theme === 'auto') delete overlay.root.dataset.theme;
    else overlay.root.dataset.theme = settings.theme;
    overlay.root.dataset.marks = settings.badgeStyle;
    // The reader's own default size: a page may have set the root's to anything.
    const size = getComputedStyle(overlay.root).fontSize;
    overlay.root.style.setProperty('--rm-rem', size);
    layer.setAttribute('aria-label', i18n.t('badge.region'));
  }

  function targetOf(key: string): HoverTarget | undefined {
    if (key === STRIP_KEY) {
      const projectId = (findings.lookAlike ?? findings.identity)?.projectId;
      return projectId ? { key, projectId } : undefined;
    }
    const mention = badges.get(key)?.mention;
    return mention && { key, projectId: mention.projectId };
  }
  function buttonOf(key: string): HTMLButtonElement | null {
    return key === STRIP_KEY ? (strip?.button() ?? null) : (badges.get(key)?.button ?? null);
  }
  /** The word's last line (the strip's button); joined with the marks, so that the card covers neither. */
  function wordOf(key: string): DOMRect | null {
    const button = buttonOf(key);
    if (key === STRIP_KEY) return button?.getBoundingClientRect() ?? null;
    const range = badges.get(key)?.mention.range;
    const word = range && rectsOf(range).at(-1);
    if (!word) return null;
    const mark = button && !button.hidden ? button.getBoundingClientRect() : word;
    const top = Math.min(word.top, mark.top);
    return new DOMRect(word.left, top, word.width, word.bottom - top);
  }
  function reasonOf(key: string): CardReason {
    const mention = badges.get(key)?.mention;
    if (mention) return { kind: 'mention', text: mention.text, evidence: mention.evidence };
    const { identity, lookAlike } = findings;
    if (identity) return { kind: 'about', identity };
    return { kind: 'look-alike', recorded: lookAlike?.recorded ?? '' };
  }
  function nameOf({ key, projectId }: HoverTarget): string {
    return facts.get(projectId)?.name ?? badges.get(key)?.mention.text ?? projectId.replace(/^sector:/, '');
  }

  function dispatch(event: HoverEvent): void {
    const [next, effects] = hover(state, event, settings.cardDelayMs);
    const before = state.shown?.target.key;
    state = next;
    for (const effect of effects) run(effect, before);
  }
  function run(effect: HoverEffect, before: string | undefined): void {
    if (effect.do === 'wait') {
      const { name, token } = effect;
      setTimeout(() => !abort.signal.aborted && dispatch({ type: 'timer', name, token }), effect.ms);
    } else if (effect.do === 'look-up') {
      reports.lookUp(effect.token, effect.target.projectId, () => dispatch({ type: 'known', token: effect.token }));
    } else if (effect.do === 'show') show(effect.token, effect.target, effect.moveFocus, before);
    else hide(effect.returnFocus, before);
  }
  function show(token: number, target: HoverTarget, moveFocus: boolean, before: string | undefined): void {
    const { report = null, failure = null } = reports.at(token);
    if (before && before !== target.key) buttonOf(before)?.setAttribute('aria-expanded', 'false');
    buttonOf(target.key)?.setAttribute('aria-expanded', 'true');
    const content = {
      projectId: target.projectId,
      name: nameOf(target),
      reason: reasonOf(target.key),
      report,
      failure,
    };
    card.show(content, () => wordOf(target.key), moveFocus);
    reports.open(token, target.projectId);
  }
  function hide(giveFocusBack: boolean, before: string | undefined): void {
    reports.close();
    card.hide();
    if (before === undefined) return;
    buttonOf(before)?.setAttribute('aria-expanded', 'false');
    if (!giveFocusBack) return;
    if (before === STRIP_KEY) strip?.button()?.focus();
    else returnFocus(before);
  }
  function onPatch(token: number, patch: ReportPatch): void {
    if (!isCurrent(state, token)) return;
    card.update(patch);
    if (patch.report) void askFacts([patch.report.projectId]);
  }

  async function askFacts(projectIds: string[]): Promise<void> {
    if (!projectIds[0]) return;
    const answer = await background.call('badge.facts', { projectIds });
    if (!answer.ok || abort.signal.aborted) return;
    for (const one of answer.value) facts.set(one.projectId, one);
    badges.setFacts(answer.value);
    drawStrip();
  }
  function drawStrip(): void {
    strip?.set({ ...findings, facts: facts.get(targetOf(STRIP_KEY)?.projectId ?? '') });
  }
  function onFindings(next: PageFindings): void {
    const kept = <T extends { projectId: string }>(one: T | null) => (one && !muted.has(one.projectId) ? one : null);
    const mentions = settings.badgeDensity === 'strip-only' ? [] : next.mentions.filter(kept);
    findings = { mentions, identity: kept(next.identity), lookAlike: kept(next.lookAlike) };
    const all = [...mentions, findings.identity, findings.lookAlike];
    const projectIds = [...new Set(all.flatMap((one) => one?.projectId ?? []))];
    void background.call('page.count', { projectIds });
    badges.set(mentions);
    for (const { target } of [state.shown, state.dwell].filter((one) => one !== null))
      if (!targetOf(target.key)) dispatch({ type: 'gone', key: target.key });
    drawStrip();
    void askFacts(projectIds.filter((id) => !facts.has(id)));
    // Not on the page's time: the card's script comes when the browser has nothing else to do.
    if (projectIds[0]) whenIdle(card.prepare);
  }

  function withProject(use: (projectId: string) => void): void {
    const projectId = state.shown?.target.projectId;
    if (projectId) use(projectId);
  }
  function setWatched(watched: boolean): void {
    withProject((projectId) => {
      void background.call('watch.set', { projectId, watched }).then((answer) => {
        const content = card.content();
        if (content?.projectId !== projectId) return;
        if (!answer.ok) card.update({ failure: answer.failure });
        else if (content.report) card.update({ report: { ...content.report, watched: answer.value.watched } });
      });
    });
  }
  function mute(scope: MuteScope): void {
    withProject((projectId) => {
      muted.add(projectId);
      void background.call('mute.set', { projectId, scope, url: page.location.href, muted: true });
      dispatch({ type: 'gone', key: null });
      onFindings(findings);
    });
  }
  function switchOff(): void {
    void background.call('site.set', { host: page.location.hostname, off: true });
    destroy();
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
  offerTabSide({
    page,
    badges,
    findings: () => findings,
    targetOf,
    dispatch,
  });
  return {
    onFindings,
    askFacts,
    destroy,
  };
}
