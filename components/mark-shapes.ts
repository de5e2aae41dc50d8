/**
 * The two marks. Code is a square, roadmap a diamond (a milestone on a plan); the glyph inside tells the verdict, the colour only
 * repeats it. Paths are strokes on a field of 12 × 12. Used by badges (plain DOM) and by components.
 */
import type { CodeVerdict, RoadmapVerdict } from '../lib/domain/signal.ts';

export type MarkKind = 'code' | 'roadmap';
export type Tone = 'good' | 'watch' | 'alarm' | 'quiet';
export interface MarkShape {
  tone: Tone;
  glyph: string;
}

const UP = 'M3.2 7.4 6 4.6l2.8 2.8';
const DOWN = 'M3.2 4.7 6 7.5l2.8-2.8';
const DOWN_TWICE = 'M3.3 3.4 6 5.8l2.7-2.4M3.3 6.4 6 8.8l2.7-2.4';
const LEVEL = 'M3.4 6h5.2';
const DOTS = 'M3.6 6h.01M6 6h.01M8.4 6h.01';
const SLEEP = 'M4.2 3.8h3.6L4.2 8.2h3.6';
const BOX = 'M3.2 4h5.6M4 4v4.2h4V4M5.4 5.9h1.2';
const CROSS = 'M4.2 4.2l3.6 3.6M7.8 4.2 4.2 7.8';
const AWAY = 'M4.2 7.8l3.4-3.4M4.9 4.2h2.9v2.9';
const DOT = 'M6 6h.01';
const QUERY = 'M4.8 4.9c0-1.7 2.6-1.6 2.6 0C7.4 6 6 5.9 6 7M6 8.7h.01';
const CHECK = 'M3.9 6.2l1.5 1.5 2.8-3.2';
const BANG = 'M6 3.7v2.9M6 8.4h.01';
const CLOCK = 'M6 3.8v2.4l1.6.9';
const WAVE = 'M3.7 6.5c.8-1.4 1.5-1.2 2.3-.5s1.5.9 2.3-.5';
const TWO = 'M4.2 5.1h3.6M4.2 7h3.6';

const CODE: Record<CodeVerdict, MarkShape> = {
  'not checked': { tone: 'quiet', glyph: DOT },
  gone: { tone: 'alarm', glyph: CROSS },
  archived: { tone: 'alarm', glyph: BOX },
  elsewhere: { tone: 'quiet', glyph: AWAY },
  dormant: { tone: 'alarm', glyph: SLEEP },
  quiet: { tone: 'watch', glyph: DOTS },
  'too young': { tone: 'quiet', glyph: DOTS },
  'too few': { tone: 'quiet', glyph: DOTS },
  withheld: { tone: 'quiet', glyph: QUERY },
  'falling sharply': { tone: 'alarm', glyph: DOWN_TWICE },
  falling: { tone: 'watch', glyph: DOWN },
  rising: { tone: 'good', glyph: UP },
  steady: { tone: 'good', glyph: LEVEL },
};
const ROADMAP: Record<RoadmapVerdict, MarkShape> = {
  'not checked': { tone: 'quiet', glyph: DOT },
  unreadable: { tone: 'quiet', glyph: QUERY },
  removed: { tone: 'alarm', glyph: CROSS },
  'none found': { tone: 'quiet', glyph: LEVEL },
  completed: { tone: 'good', glyph: CHECK },
  stale: { tone: 'alarm', glyph: CLOCK },
  slipping: { tone: 'watch', glyph: BANG },
  vague: { tone: 'watch', glyph: WAVE },
  'nothing due yet': { tone: 'quiet', glyph: DOTS },
  'on schedule': { tone: 'good', glyph: CHECK },
  mixed: { tone: 'quiet', glyph: TWO },
};

/** Outline of a kind's mark on the 12 × 12 field. */
export const OUTLINE: Record<MarkKind, string> = {
  code: 'M3.2.8h5.6a2.4 2.4 0 0 1 2.4 2.4v5.6a2.4 2.4 0 0 1-2.4 2.4H3.2A2.4 2.4 0 0 1 .8 8.8V3.2A2.4 2.4 0 0 1 3.2.8Z',
  roadmap:
    'M5.2.6a1.1 1.1 0 0 1 1.6 0l4.6 4.6a1.1 1.1 0 0 1 0 1.6l-4.6 4.6a1.1 1.1 0 0 1-1.6 0L.6 6.8a1.1 1.1 0 0 1 0-1.6Z',
};

/** Shape and tone of a verdict's mark; what is not known here (a newer background) reads as withheld. */
export function markShape(kind: MarkKind, verdict: string): MarkShape {
  const table: Record<string, MarkShape> = kind === 'code' ? CODE : ROADMAP;
  return table[verdict] ?? { tone: 'quiet', glyph: QUERY };
}
