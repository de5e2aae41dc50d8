/** The frames of a tab in which an overlay runs: a page may have its article in one of them. For background and pages alike. */
import browser from 'webextension-polyfill';

export interface FrameProjects {
  frameId: number;
  /** Ids that the frame's overlay shows, sectors too, each once. */
  projectIds: string[];
}

/** Runs in the frame, with nothing from outside it; the symbol is the one under which an overlay offers itself (overlay/tab-side.ts). */
function shownHere(): string[] | null {
  type Shown = { projectId: string } | null;
  type Side = { findings(): { mentions: Shown[]; identity: Shown; lookAlike: Shown } };
  const side = (globalThis as unknown as Record<symbol, Side | undefined>)[Symbol.for('roadmark.tab-side')];
  if (!side) return null;
  const { mentions, identity, lookAlike } = side.findings();
  return [...new Set([identity, lookAlike, ...mentions].flatMap((one) => one?.projectId ?? []))];
}

/** Frames with an overlay, the page itself first. Empty where none runs or the tab may not be read. */
export async function framesOf(tabId: number): Promise<FrameProjects[]> {
  try {
    const found = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: shownHere });
    return found
      .flatMap(({ frameId, result }) => (Array.isArray(result) ? [{ frameId, projectIds: result as string[] }] : []))
      .sort((a, b) => a.frameId - b.frameId);
  } catch {
    return [];
  }
}
