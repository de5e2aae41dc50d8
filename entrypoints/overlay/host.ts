/**
 * The one element that Roadmark adds to a page: created where no page script can have a say in it, closed, immune to the page's
 * styles, put back when the page removes it. Positioned in the document, without a stacking context of its own: each mark takes
 * the level of the text that it belongs to.
 */

export const HOST_NAME = 'roadmark-overlay';

/** A page that removes or restyles the host more often than this does not want it: it is left alone. */
const MAX_REPAIRS = 20;
/** Pause before the first repair, doubled each time up to a second: two scripts must not busy each other. */
const FIRST_PAUSE_MS = 30;
const LONGEST_PAUSE_MS = 1000;

const HOST_STYLE: Record<string, string> = {
  all: 'initial',
  display: 'block',
  position: 'absolute',
  top: '0',
  left: '0',
  width: '0',
  height: '0',
  margin: '0',
  'z-index': 'auto',
  'pointer-events': 'none',
};

export interface OverlayHost {
  host: HTMLElement;
  shadow: ShadowRoot;
  /** Everything of ours stands in here; carries language, direction and theme. */
  root: HTMLElement;
  addStyles(css: string): void;
  /** Takes everything into another element of the page, or back to its root. */
  moveTo(parent: Element): void;
  destroy(): void;
}

function dress(host: HTMLElement): void {
  for (const { name } of [...host.attributes]) host.removeAttribute(name);
  for (const [name, value] of Object.entries(HOST_STYLE)) host.style.setProperty(name, value, 'important');
}

/** Element made in an inert document: a page that registered the name as a custom element can't run code in its constructor. */
function makeHost(page: Document): HTMLElement {
  const inert = page.implementation.createHTMLDocument('');
  return inert.createElement(HOST_NAME);
}

/** Constructed sheets pass every content security policy; where the browser refuses them, a style element takes their place. */
function addStyles(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    shadow.append(style);
  }
}

/** Elements of our name that are not ours: from an older version of the extension, or set up by the page. */
function removeForeign(page: Document, own: HTMLElement | null): void {
  for (const other of page.querySelectorAll(HOST_NAME)) if (other !== own) other.remove();
}

/**
 * Puts the host into the page. `isAlive` is asked before each repair, so that an overlay whose extension was updated makes way;
 * `onLost` is called once when the host is given up.
 */
export function createHost(page: Document, css: string, isAlive: () => boolean, onLost: () => void): OverlayHost {
  removeForeign(page, null);
  const host = makeHost(page);
  const shadow = host.attachShadow({ mode: 'closed' });
  const root = page.createElement('div');
  root.className = 'rm-root';
  dress(host);
  let home: Element = page.documentElement;
  home.append(host);
  addStyles(shadow, css);
  shadow.append(root);

  let repairs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => check());

  function intact(): boolean {
    const { style } = host;
    return (
      host.isConnected &&
      host.parentNode === home &&
      host.attributes.length === 1 &&
      Object.entries(HOST_STYLE).every(
        ([name, value]) =>
          name === 'all' ||
          (style.getPropertyPriority(name) === 'important' && style.getPropertyValue(name).startsWith(value)),
      )
    );
  }
  function check(): void {
    const foreign = page.querySelectorAll(`:root > ${HOST_NAME}`).length > (host.isConnected ? 1 : 0);
    if (timer !== undefined || (intact() && !foreign)) return;
    timer = setTimeout(repair, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** repairs));
  }
  function repair(): void {
    timer = undefined;
    repairs += 1;
    if (!isAlive() || repairs > MAX_REPAIRS) {
      destroy();
      onLost();
      return;
    }
    observer.disconnect();
    removeForeign(page, host);
    if (!intact()) dress(host);
    if (host.parentNode !== home) home.append(host);
    observe();
  }
  function observe(): void {
    observer.observe(page, { childList: true });
    observer.observe(home, { childList: true });
    observer.observe(host, { attributes: true });
  }
  function destroy(): void {
    observer.disconnect();
    clearTimeout(timer);
    host.remove();
  }
  function moveTo(parent: Element): void {
    if (parent === home) return;
    home = parent;
    observer.disconnect();
    home.append(host);
    observe();
  }
  observe();
  return { host, shadow, root, addStyles: (more) => addStyles(shadow, more), moveTo, destroy };
}
