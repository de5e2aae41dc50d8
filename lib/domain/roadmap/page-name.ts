/** Which page is a roadmap page: by its address, title or headings. Small, for the script that stands on every own page. */
/** Vowel signs and the stretching line of Arabic, written or left out at will. */
const ARABIC_MARKS = /[\u064B-\u0652]|\u0670|\u0640/g;
const NAMED =
  /(?<!\p{Script=Latin})road[-_ ]?maps?(?!\p{Script=Latin})|(?:خارطة|خريطة|خارطه|خريطه) (?:ال)?طريق|路[线線][图圖]|发展规划|發展規劃/iu;

/** Whether a text names a roadmap, in English, Arabic or Chinese. */
export const namesRoadmap = (text: string): boolean =>
  NAMED.test(text.slice(0, 300).normalize('NFKC').replace(ARABIC_MARKS, ''));

export interface PageName {
  url: string;
  title: string;
  headings: string[];
}

/** The words of an address: its path, and its fragment where a router keeps the page in it (`#/roadmap`, not the place `#roadmap`). */
function pathOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname, hash } = new URL(url);
  const path = pathname + (/^#!?\//.test(hash) ? hash : '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: the path as it stands.
    return path;
  }
}

/** Whether an address, title or heading says that the page is, or holds, a roadmap. */
export function isRoadmapPage(page: PageName): boolean {
  const path = pathOf(page.url);
  if (path === undefined) return false;
  return [path, page.title, ...page.headings.slice(0, 60)].some(namesRoadmap);
}
