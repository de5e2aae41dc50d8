/** How the parts of a roadmap page look in its DOM: words, links, headings, boxes that hold one line. Reads only. */

/** Longest text of one element that is read: a promise is short. */
export const MAX_TEXT = 600;

/** What is not content. Hidden panels of accordions are: their text is on the page, one click away. */
export const SKIP =
  'script,style,noscript,template,svg,iframe,canvas,nav,footer,form,dialog,roadmark-overlay,[role="navigation"],[role="contentinfo"],[role="banner"],[aria-label="breadcrumb"]';
/** Text in one line: white space becomes single blanks. */
export const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
/** An element's words in one line, `MAX_TEXT` characters at most. */
export const textOf = (element: Element) =>
  squeeze((element.textContent ?? '').slice(0, MAX_TEXT * 4)).slice(0, MAX_TEXT);
/** Web addresses of the first twenty links inside an element, in full. */
export const linksOf = (element: Element) =>
  [...element.querySelectorAll('a[href]')].slice(0, 20).flatMap((a) => {
    const href = (a as HTMLAnchorElement).href;
    return /^https?:/.test(href) ? [href] : [];
  });

/** A cell's words, else what its picture says ("completed"). */
export function cellText(cell: Element): string {
  const text = textOf(cell);
  if (text) return text;
  const named = cell.querySelector('[aria-label],img[alt],[title]');
  return named?.getAttribute('aria-label') ?? named?.getAttribute('alt') ?? named?.getAttribute('title') ?? '';
}
/** 1 to 6 by its tag or role; 0: no heading. */
export function headingLevel(element: Element): number {
  const byTag = /^H([1-6])$/.exec(element.tagName)?.[1];
  if (byTag) return Number(byTag);
  return element.getAttribute('role') === 'heading'
    ? Math.min(6, Math.max(1, Number(element.getAttribute('aria-level')) || 2))
    : 0;
}
/** Whether an element opens a panel and is short enough to be its title. */
export const isAccordionButton = (element: Element) =>
  element.hasAttribute('aria-expanded') &&
  (element.tagName === 'BUTTON' || element.getAttribute('role') === 'button') &&
  textOf(element).length < 160;
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL EM FONT I IMG INPUT INS LABEL MARK S SMALL SPAN STRIKE STRONG SUB SUP TIME U BR WBR'.split(
    ' ',
  ),
);
/** Inline by name and without blocks inside. */
export const isInlineRun = (element: Element) =>
  INLINE.has(element.tagName) &&
  !element.querySelector('p,div,ul,ol,table,h1,h2,h3,h4,h5,h6,li,section,article') &&
  !element.hasAttribute('aria-expanded');
/** A box that holds a line of text only, as timelines are built from. */
export const isLeaf = (element: Element) => element.childElementCount === 0 || [...element.children].every(isInlineRun);

/** What a picture in an entry says of its state ("completed"): its alternative text or label, where it is a few words. */
export function markOf(element: Element): string {
  const mark = element.querySelector(
    ':scope > svg[aria-label], :scope > img[alt], :scope > * > svg[aria-label], :scope > * > img[alt]',
  );
  const words = mark?.getAttribute('aria-label') ?? mark?.getAttribute('alt') ?? '';
  return words.length <= 30 ? squeeze(words) : '';
}
