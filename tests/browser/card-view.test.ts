/** The open card while newer figures come. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type CardWiring, createCard } from '../../entrypoints/card/card-view.tsx';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { createWords } from '../../lib/i18n/words.ts';
import { NOW, sampleReport } from '../components/sample-report.ts';

const nothing = () => {};
const wiring: CardWiring = {
  words: createWords('en', coreCatalogues.en),
  now: () => NOW,
  on: { onWatch: nothing, onDetails: nothing, onMute: nothing, onSiteOff: nothing, onClose: nothing },
  onTabOut: nothing,
  onLost: nothing,
};
const early = sampleReport({ progress: 'loading' });
/** More rows than before: the card grows. */
const later: ProjectReport = {
  ...early,
  progress: 'live',
  failures: [{ kind: 'offline', at: NOW, subject: 'a/b' }],
};

/** Long enough for a drawing that was asked for to be seen. */
const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
const topOf = (element: HTMLElement) => element.getBoundingClientRect().top;

afterEach(() => document.body.replaceChildren());

function open() {
  const element = document.createElement('div');
  element.setAttribute('popover', 'manual');
  element.setAttribute('role', 'dialog');
  document.body.append(element);
  const card = createCard(element, wiring);
  const reason = { kind: 'mention' as const, text: 'Uniswap', evidence: [] };
  card.show(
    { projectId: early.projectId, name: 'Uniswap', reason, report: early, failure: null },
    () => new DOMRect(20, 20, 60, 16),
    false,
  );
  const watch = () => element.querySelector<HTMLElement>('.rm-primary') as HTMLElement;
  return { element, card, watch };
}

describe('createCard', () => {
  it('lets newer figures wait while the pointer rests on the buttons, and shows them when it has left', async () => {
    const { element, card, watch } = open();
    await userEvent.hover(watch());
    const before = topOf(watch());
    card.update({ report: later });
    await frames();
    expect(topOf(watch())).toBe(before);
    expect(element.querySelector('.rm-failures')).toBeNull();
    await userEvent.hover(element.querySelector('h2') as HTMLElement);
    await vi.waitFor(() => expect(topOf(watch())).toBeGreaterThan(before));
  });

  it('answers a press at once: the button under the pointer says that the project is watched', async () => {
    const { card, watch } = open();
    await userEvent.hover(watch());
    card.update({ report: later });
    card.update({ report: { ...later, watched: true } });
    await vi.waitFor(() => expect(watch().getAttribute('aria-pressed')).toBe('true'));
  });

  it('draws newer figures at once while the pointer is elsewhere', async () => {
    const { element, card, watch } = open();
    await userEvent.hover(element.querySelector('h2') as HTMLElement);
    const before = topOf(watch());
    card.update({ report: later });
    await vi.waitFor(() => expect(topOf(watch())).toBeGreaterThan(before));
  });
});
