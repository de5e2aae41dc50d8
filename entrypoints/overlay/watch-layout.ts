/** Tells when marks may stand in the wrong place. Scrolling the page itself moves them along by itself and needs no redraw. */

/** Layout shifts mostly come in bursts; one redraw after each burst is enough for marks of 10 px. */
const SETTLE_MS = 120;
/** While the page scrolls, sticky covers and newly near mentions are looked after this often. */
const SCROLL_MS = 100;

/**
 * Calls `onMoved` after whatever may move text, `onFrame` on each frame in which something inside the page scrolls, and `onChanged`
 * at once with the parent of each node that changes.
 */
export function watchLayout(
  page: Document,
  signal: AbortSignal,
  onMoved: () => void,
  onFrame: () => void,
  onChanged: (within: Node) => void,
): void {
  const view = page.defaultView as Window & typeof globalThis;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const soon = (ms: number) => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      onMoved();
    }, ms);
  };
  const settle = () => soon(SETTLE_MS);
  const onScroll = () => {
    soon(SCROLL_MS);
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      onFrame();
    });
  };
  const options = { signal, passive: true, capture: true };
  page.addEventListener('scroll', onScroll, options);
  for (const type of ['load', 'toggle', 'transitionend', 'animationend', 'fullscreenchange', 'click'])
    page.addEventListener(type, settle, options);
  view.addEventListener('resize', settle, options);
  view.visualViewport?.addEventListener('resize', settle, options);
  page.fonts?.addEventListener('loadingdone', settle, { signal });

  const resizes = new view.ResizeObserver(settle);
  resizes.observe(page.documentElement);
  if (page.body) resizes.observe(page.body);
  const mutations = new view.MutationObserver((records) => {
    for (const { target } of records) onChanged(target.parentNode ?? target);
    settle();
  });
  mutations.observe(page.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'open', 'dir'],
  });
  signal.addEventListener('abort', () => {
    resizes.disconnect();
    mutations.disconnect();
    clearTimeout(timer);
    view.cancelAnimationFrame(frame);
  });
}
