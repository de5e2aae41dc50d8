/** Which parts of a page are never read for names. */

/** Code, inputs, what the reader edits, scripts, and Roadmark's own interface. */
const EXCLUDED =
  'code,pre,kbd,samp,tt,script,style,noscript,textarea,select,svg,[contenteditable]:not([contenteditable="false"]),[role="textbox"],roadmark-overlay';

/** True when text in `element` is never matched. */
export function isExcluded(element: Element | null): boolean {
  return element === null || element.closest(EXCLUDED) !== null;
}

const INLINE =
  /^(?:A|ABBR|B|BD[IO]|BIG|CITE|DATA|DEL|DFN|EM|FONT|I|INS|LABEL|MARK|NOBR|Q|RUBY|S|SMALL|SPAN|STRIKE|STRONG|SU[BP]|TIME|U|VAR|WBR)$/i;

/** True for an element that by its name stands within a line. Elements that authors invent count as blocks. */
export function isInline(element: Node): boolean {
  return INLINE.test(element.nodeName);
}

/** Which elements are not read, and which stand within a line. The overlay takes them from the detector: one copy on a page. */
export const ELEMENTS = { isExcluded, isInline };
export type Elements = typeof ELEMENTS;

/** True when nothing but inline elements begins or ends between two text nodes that follow each other. Bounded. */
export function isOneRun(before: Node, after: Node): boolean {
  let node: Node | null = before;
  for (let steps = 0; node && steps < 32; steps++) {
    if (node.nextSibling) {
      node = node.nextSibling;
      while (node !== after && node.nodeType === 1 && isInline(node) && node.firstChild) node = node.firstChild;
      if (node === after) return true;
      // An empty text, a comment or an empty inline element ends nothing.
      const isEmpty =
        node.nodeType === 8 ||
        (node.nodeType === 3 && (node as Text).data === '') ||
        (node.nodeType === 1 && isInline(node));
      if (!isEmpty) return false;
      continue;
    }
    node = node.parentNode;
    if (!node || !isInline(node)) return false;
  }
  return false;
}
