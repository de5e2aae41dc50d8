/** Whole pages as sites make them, and what the reader is shown on them: detector, background and overlay's reading as they go. */
import { afterEach, beforeEach, vi } from 'vitest';
import { detectPage } from '../../lib/page/detect-page.ts';
import { currentHandoff, takeOver } from '../../lib/page/handoff.ts';
import { watchPage } from '../../lib/page/watch-page.ts';
import { FILTER, LOOKUP } from '../domain/detect/setup.ts';

const PLACE = new URL('https://reader.example/article') as unknown as Location;

/** For each test of the file: a clock that goes only here, and an empty page afterwards. */
export function onePageATest(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    currentHandoff()?.abort();
    document.body.innerHTML = '';
  });
}

/** Ids that a page of this body shows, in reading order. Fake timers must run; they are real afterwards. */
export async function shownOn(body: string): Promise<string[]> {
  document.body.innerHTML = body;
  const handoff = takeOver();
  const lookup = async (url: string, keys: number[]) => ({
    show: true,
    muted: [],
    maxBadges: 100,
    ...LOOKUP.answer(url, keys),
  });
  const inject = async () => {};
  detectPage({ filter: FILTER, own: [], handoff, location: PLACE, lookup, inject, isAlive: () => true }, document);
  await vi.advanceTimersByTimeAsync(1000);
  const { answer, tools, overlayAsked, signal } = handoff;
  if (!overlayAsked || !answer || !tools) return [];
  vi.useRealTimers();
  return new Promise((resolve) => {
    const onFindings = ({ mentions }: { mentions: { projectId: string }[] }) =>
      resolve(mentions.map(({ projectId }) => projectId));
    watchPage({ tools, answer, signal, onFindings });
  });
}

export const items = (list: string[]) => `<ul>${list.map((item) => `<li><a href="/x">${item}</a></li>`).join('')}</ul>`;
/** A page with links above, beside and below its article. */
export const page = (main: string, links: string[], related: string[], foot: string) =>
  `<header><nav>${items(links)}</nav></header><main><article>${main}</article></main><aside>${items(related)}</aside><footer>${foot}</footer>`;
