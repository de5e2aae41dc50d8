/** Which documents are read at all, and which page a frame belongs to. */

/** Smaller frames show no article: adverts, counters, buttons. CSS px. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 100;

/**
 * The window of the page that a document belongs to: its own, or the top one where it is a frame of the same origin. Undefined for
 * what is not read: frames of others, and documents that are no HTML (XML, plain text, pictures, PDF and its viewers).
 */
export function pageOf(view: Window): Window | undefined {
  if (!/html/.test(view.document.contentType)) return undefined;
  try {
    // A foreign page throws here.
    return view.top?.document ? view.top : undefined;
  } catch {
    return undefined;
  }
}

/** Resolves when a frame is large enough to hold an article; never for one that stays small, and then it costs nothing. */
export function whenLarge(view: Window, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = new AbortController();
    const look = () => {
      if (view.innerWidth < LEAST_WIDTH || view.innerHeight < LEAST_HEIGHT) return;
      end.abort();
      resolve();
    };
    view.addEventListener('resize', look, { signal: AbortSignal.any([signal, end.signal]) });
    look();
  });
}
