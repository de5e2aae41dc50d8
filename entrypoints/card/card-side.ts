/** What the reader does with marks, strip and card: the hover machine, the reports that it asks for, and the card that shows them. */
import type { CardReason } from '../../components/ProjectCard.tsx';
import type { LookAlike, MatchEvidence } from '../../lib/domain/detect/types.ts';
import { type HoverEffect, type HoverEvent, type HoverState, hover, IDLE, isCurrent } from '../../lib/domain/hover.ts';
import { type CardLink, type CardSide, STRIP_KEY } from '../overlay/card-slot.ts';
import { rectsOf } from '../overlay/rects.ts';
import { createCard } from './card-view.tsx';
import { createCorrections } from './corrections.ts';
import { createReports } from './reports.ts';
import { createStrip } from './strip.ts';

type Effect<Do extends HoverEffect['do']> = Extract<HoverEffect, { do: Do }>;

/** The word's last line (the strip's button); joined with the marks, so that the card covers neither. Null while it has no place. */
function wordOf({ badges }: CardLink, key: string, button: HTMLButtonElement | null): DOMRect | null {
  if (key === STRIP_KEY) return button?.getBoundingClientRect() ?? null;
  const range = badges.get(key)?.mention.range;
  const word = range && rectsOf(range).at(-1);
  if (!word) return null;
  const mark = button && !button.hidden ? button.getBoundingClientRect() : word;
  const top = Math.min(word.top, mark.top);
  return new DOMRect(word.left, top, word.width, word.bottom - top);
}

function reasonOf({ badges, findings, quoteContext }: CardLink, key: string): CardReason {
  const mention = badges.get(key)?.mention;
  // Word by word, which takes time: only now that someone looks.
  const quoted = (fact: MatchEvidence) =>
    fact.rule === 'context' ? { ...fact, what: quoteContext(fact.what ?? '') } : fact;
  if (mention) return { kind: 'mention', ...mention, evidence: mention.evidence.map(quoted) };
  const { identity, lookAlike } = findings();
  if (identity) return { kind: 'about', identity };
  return { kind: 'look-alike', ...(lookAlike as LookAlike) };
}

/** Starts the card's side of an overlay; all of it ends with `link.signal`. */
export function startCardSide(link: CardLink): CardSide {
  const { badges, background, facts, signal, targetOf, words } = link;
  let state: HoverState = IDLE;
  const strip = createStrip(link.root, words);
  const corrections = createCorrections(link, () => dispatch({ type: 'gone', key: null }));
  const reports = createReports(background, (token, patch) => {
    if (!isCurrent(state, token)) return;
    card.update(patch);
    if (patch.report) link.askFacts([patch.report.projectId]);
  });
  const withProject = (use: (projectId: string, key: string) => void) => {
    const target = state.shown?.target;
    if (target) use(target.projectId, target.key);
  };
  const card = createCard(link.element, {
    words,
    now: link.now,
    onTabOut: () => dispatch({ type: 'escape' }),
    onLost: () => dispatch({ type: 'outside' }),
    on: {
      onWatch: (watched) => withProject((projectId) => setWatched(projectId, watched)),
      onDetails: () => withProject((projectId) => void background.call('page.open', { projectId })),
      onMute: (scope) => withProject((projectId, key) => corrections.mute(projectId, key, scope)),
      onSiteOff: () => withProject((_, key) => corrections.switchOff(key)),
      onClose: () => dispatch({ type: 'escape' }),
    },
  });

  function buttonOf(key: string): HTMLButtonElement | null {
    return key === STRIP_KEY ? strip.button() : (badges.get(key)?.button ?? null);
  }
  const expand = (key: string, is: boolean) => buttonOf(key)?.setAttribute('aria-expanded', `${is}`);

  function dispatch(event: HoverEvent): void {
    const [next, effects] = hover(state, event, link.settings.cardDelayMs);
    const before = state.shown?.target.key;
    state = next;
    for (const effect of effects) run(effect, before);
  }
  function run(effect: HoverEffect, before: string | undefined): void {
    if (effect.do === 'wait') {
      const { name, token } = effect;
      setTimeout(() => !signal.aborted && dispatch({ type: 'timer', name, token }), effect.ms);
    } else if (effect.do === 'look-up') {
      const { token } = effect;
      reports.lookUp(token, effect.target.projectId, () => dispatch({ type: 'known', token }));
    } else if (effect.do === 'show') show(effect, before);
    else hide(effect, before);
  }
  function show({ token, target, moveFocus }: Effect<'show'>, before: string | undefined): void {
    const { report = null, failure = null } = reports.at(token);
    const { key, projectId } = target;
    if (before && before !== key) expand(before, false);
    expand(key, true);
    const name = facts.get(projectId)?.name ?? badges.get(key)?.mention.text ?? projectId.replace(/^sector:/, '');
    const content = { projectId, name, reason: reasonOf(link, key), report, failure };
    card.show(content, () => wordOf(link, key, buttonOf(key)), moveFocus);
    reports.open(token, projectId);
  }
  function hide({ returnFocus }: Effect<'hide'>, before: string | undefined): void {
    reports.close();
    card.hide();
    if (before === undefined) return;
    expand(before, false);
    if (returnFocus) link.returnFocus(before);
  }
  async function setWatched(projectId: string, watched: boolean): Promise<void> {
    const answer = await background.call('watch.set', { projectId, watched });
    const content = card.content();
    if (content?.projectId !== projectId) return;
    if (!answer.ok) card.update({ failure: answer.failure });
    else if (content.report) card.update({ report: { ...content.report, watched: answer.value.watched } });
  }
  function refresh(): void {
    for (const { target } of [state.shown, state.dwell].filter((one) => one !== null))
      if (!targetOf(target.key)) dispatch({ type: 'gone', key: target.key });
    strip.set({ ...link.findings(), facts: facts.get(targetOf(STRIP_KEY)?.projectId ?? '') });
  }
  refresh();
  return { dispatch, refresh, follow: card.follow, isOpen: card.isOpen };
}
