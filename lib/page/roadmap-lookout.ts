/** Says once when a page of the project's own site is, or becomes, a roadmap page. Reads headings only. */
import { isRoadmapPage, type PageName } from '../domain/roadmap/page-name.ts';
import { observe } from './observe.ts';

/** More headings than these belong to a book. */
const MAX_HEADINGS = 60;
/** A page that has changed so often and is still no roadmap will not become one; a navigation starts anew. */
const MAX_LOOKS = 60;

/** Address, title and the first headings of a document. */
export function nameOfPage(document: Document, selector = 'h1,h2,h3'): PageName {
  const headings = [...document.querySelectorAll(selector)].slice(0, MAX_HEADINGS);
  return {
    url: document.location.href,
    title: document.title,
    headings: headings.map((heading) => (heading.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300)),
  };
}

/** Calls `onFound` when the page names a roadmap, now or after something was rendered; nothing after `signal` is aborted. */
export function lookOutForRoadmap(document: Document, signal: AbortSignal, onFound: () => void): void {
  const end = new AbortController();
  signal.addEventListener('abort', () => end.abort());
  let looks = 0;
  const look = () => {
    if (end.signal.aborted) return;
    looks++;
    const found = isRoadmapPage(nameOfPage(document));
    if (found || looks >= MAX_LOOKS) end.abort();
    if (found) onFound();
  };
  look();
  if (!end.signal.aborted && document.body) observe(document.body, look, end.signal);
}
