/** The badge as plain DOM: a button that holds two marks, or one neutral mark while nothing is known. */
import { type MarkKind, markShape, OUTLINE } from '../../components/mark-shapes.ts';
import { badgeName } from '../../components/verdict-words.ts';
import { cleanText } from '../../lib/domain/clean-text.ts';
import type { CoreMessages } from '../../lib/i18n/en.ts';
import type { PlainWords } from '../../lib/i18n/words.ts';
import type { BadgeFacts } from '../../lib/protocol.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Ring with a dot: says that there is something to ask, and nothing else. */
const NEUTRAL_RING = 'M6 1.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 1 0 0-9.2Z';

function mark(page: Document, tone: string, outline: string, glyph: string): SVGElement {
  const svg = page.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', `rm-mark rm-tone-${tone}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, d] of [
    ['rm-mark-body', outline],
    ['rm-mark-glyph', glyph],
  ] as const) {
    const path = page.createElementNS(SVG, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

const isUnknown = (facts: BadgeFacts | undefined) =>
  !facts || (facts.codeVerdict === 'not checked' && facts.roadmapVerdict === 'not checked');

/** How many marks a badge with these facts shows. */
export function markCount(facts: BadgeFacts | undefined): 1 | 2 {
  return isUnknown(facts) ? 1 : 2;
}

/** The marks of a badge. */
export function marksOf(page: Document, facts: BadgeFacts | undefined): SVGElement[] {
  if (!facts || isUnknown(facts)) return [mark(page, 'quiet', NEUTRAL_RING, 'M6 6h.01')];
  const verdicts: [MarkKind, string][] = [
    ['code', facts.codeVerdict],
    ['roadmap', facts.roadmapVerdict],
  ];
  return verdicts.map(([kind, verdict]) => {
    const { tone, glyph } = markShape(kind, verdict);
    return mark(page, tone, OUTLINE[kind], glyph);
  });
}

/** Accessible name: the whole verdict under the name on record, or the page's word where none is known. */
export function nameOf(i18n: PlainWords<CoreMessages>, facts: BadgeFacts | undefined, text: string): string {
  if (facts?.label) return facts.label;
  const none = { codeVerdict: 'not checked', roadmapVerdict: 'not checked', activeDevelopers: null, drawdown: null };
  const known = facts ?? { ...none, name: text };
  return badgeName(i18n, { ...known, name: cleanText(known.name, 80) });
}

/** Sets marks and name of a badge; does nothing where they stand already. */
export function dressBadge(
  button: HTMLButtonElement,
  i18n: PlainWords<CoreMessages>,
  facts: BadgeFacts | undefined,
  text: string,
): void {
  const name = nameOf(i18n, facts, text);
  const look = `${facts?.codeVerdict}/${facts?.roadmapVerdict}`;
  if (button.getAttribute('aria-label') !== name) button.setAttribute('aria-label', name);
  if (button.dataset.look === look) return;
  button.dataset.look = look;
  button.replaceChildren(...marksOf(button.ownerDocument, facts));
}
