/**
 * Timelines are built of cards: a box with a title and, beside it, a date or a state. Which box is one is told by what it holds, not
 * by its class: one heading and one date; or one date among boxes of the same shape.
 */
import { parseDate } from '../domain/roadmap/dates.ts';
import { namesRoadmap } from '../domain/roadmap/page-name.ts';
import { restOfDate } from '../domain/roadmap/sections.ts';
import { statusOfText } from '../domain/roadmap/status.ts';
import { headingLevel, isLeaf, SKIP, squeeze, textOf } from './roadmap-dom.ts';

export interface Card {
  title: string;
  /** Heading level: the card's own, or the lowest. */
  level: number;
  date: string;
  status: string;
  /** Lines of the same shape: several promises under one date. */
  entries: Element[];
  /** Elements that are said by the fields above. */
  taken: Element[];
}

/** More lines than a card has; a box of more is a section. */
const MAX_LEAVES = 24;
/** A date or a state that stands alone is short. */
const MAX_LABEL = 40;
const MAX_TITLE = 160;
/** Boxes of one shape that make a timeline. */
const MIN_CARDS = 3;
const LOWEST = 6;
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
const NOT_CARDS = /^(?:H[1-6]|P|UL|OL|DL|TABLE|TBODY|TR|TD|BUTTON|SUMMARY|DETAILS|A|SPAN|TIME|BODY|MAIN|DT|DD)$/;

/** The date that an element's whole text is; empty for other texts. A `time` element without one in words gives its own. */
function dateIn(element: Element): string {
  const text = textOf(element);
  if (text && text.length <= MAX_LABEL) {
    const hit = parseDate(text, { bareYear: true, year: 2000 });
    if (hit && hit.precision !== 'relative' && !restOfDate(text, hit)) return text;
  }
  return element.tagName === 'TIME' ? (element.getAttribute('datetime') ?? '').slice(0, 10) : '';
}
function statusIn(element: Element): string {
  const text = textOf(element);
  return text.length <= MAX_LABEL && text.split(' ').length <= 3 && statusOfText(text) ? text : '';
}

/** Lines of a box outside of its lists and tables, in order; undefined where they are too many. */
function leavesOf(element: Element): Element[] | undefined {
  const leaves: Element[] = [];
  const walk = (parent: Element): boolean => {
    for (const child of parent.children) {
      if (child.matches(`${SKIP},ul,ol,table,dl`)) continue;
      const isLine = isLeaf(child) || headingLevel(child) > 0;
      if (isLine && [...child.children].some((c) => c.tagName === 'TIME' || dateIn(c))) {
        if (!walk(child)) return false;
      } else if (isLine) {
        if (textOf(child) && leaves.push(child) > MAX_LEAVES) return false;
      } else if (!walk(child)) return false;
    }
    return true;
  };
  return walk(element) ? leaves : undefined;
}
const shapeOf = (element: Element) => `${element.tagName} ${element.className}`;

/** Whether enough of its siblings are boxes of the same kind, each with one date. */
function isOneOfMany(element: Element): boolean {
  const siblings = [...(element.parentElement?.children ?? [])].filter((s) => s.tagName === element.tagName);
  if (siblings.length < MIN_CARDS) return false;
  return siblings.slice(0, 40).filter((s) => leavesOf(s)?.filter(dateIn).length === 1).length >= MIN_CARDS;
}

/** The card that an element is; undefined for other boxes. */
export function cardOf(element: Element): Card | undefined {
  if (NOT_CARDS.test(element.tagName) || !element.firstElementChild) return undefined;
  const headings = [...element.querySelectorAll(HEADINGS)].filter((h) => textOf(h));
  if (headings.length > 1) return undefined;
  const leaves = leavesOf(element);
  if (!leaves) return undefined;
  const heading = headings[0];
  const dates = leaves.filter((leaf) => leaf !== heading && dateIn(leaf));
  const states = leaves.filter((leaf) => leaf !== heading && !dates.includes(leaf) && statusIn(leaf));
  const [dated, stated] = [dates[0], states[0]];
  if (dates.length > 1 || states.length > 1 || (!dated && !stated)) return undefined;
  const labels = [dated, stated].filter((e): e is Element => e !== undefined);
  const common = { date: dated ? dateIn(dated) : '', status: stated ? statusIn(stated) : '' };
  if (heading) {
    if (namesRoadmap(textOf(heading))) return undefined;
    return {
      ...common,
      title: textOf(heading),
      level: headingLevel(heading),
      entries: [],
      taken: [heading, ...labels],
    };
  }
  if (!dated || !isOneOfMany(element)) return undefined;
  const lines = leaves.filter((leaf) => !labels.includes(leaf));
  const [first, second] = lines;
  const alike = first && second && lines.every((line) => shapeOf(line) === shapeOf(first));
  if (alike) return { ...common, title: common.date, level: LOWEST, entries: lines, taken: [...labels, ...lines] };
  const title = first && textOf(first).length <= MAX_TITLE ? squeeze(textOf(first)) : '';
  if (!title) return { ...common, title: common.date, level: LOWEST, entries: [], taken: labels };
  return { ...common, title, level: LOWEST, entries: [], taken: [...labels, first as Element] };
}
