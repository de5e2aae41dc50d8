/** Tells an open side panel which mention the reader points at or has in focus, for as long as the panel listens. */
import type { TabSide } from '../overlay/tab-side.ts';

/** The panel's end of the line. */
export interface PointedPort {
  postMessage(key: string | null): void;
  onDisconnect: { addListener(stop: () => void): void };
}

const rootOf = ({ badges }: TabSide) => {
  const root = badges
    .all()
    .find(({ button }) => button)
    ?.button?.getRootNode();
  return root instanceof ShadowRoot ? root : undefined;
};

/** Key of the mark or the word at a point; undefined where there is neither. */
function keyAt(side: TabSide, x: number, y: number, target: EventTarget | null): string | undefined {
  const root = rootOf(side);
  // Marks stand in a closed tree: to the page they all are its host.
  if (root && target === root.host) return side.badges.keyOf(root.elementFromPoint(x, y));
  return side.badges.at(x, y, target)?.mention.key;
}

/** Posts the key each time that it changes, null for none; at most once a frame, and nothing after the panel is gone. */
export function tellPointed(side: TabSide, port: PointedPort): void {
  const abort = new AbortController();
  const { page } = side;
  let told: string | undefined;
  let frame = 0;
  const tell = (key: string | undefined) => {
    if (key === told || abort.signal.aborted) return;
    told = key;
    port.postMessage(key ?? null);
  };
  const listening = { signal: abort.signal, capture: true, passive: true };
  page.addEventListener(
    'pointermove',
    ({ clientX, clientY, target }) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => tell(keyAt(side, clientX, clientY, target)));
    },
    listening,
  );
  page.addEventListener('focusin', () => tell(side.badges.keyOf(rootOf(side)?.activeElement ?? null)), listening);
  port.onDisconnect.addListener(() => abort.abort());
}
