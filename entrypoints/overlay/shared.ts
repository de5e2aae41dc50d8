/** What the card takes from the overlay instead of bringing it a second time; the build sees to that (lib/tools/build/marks-once.ts). */
import { markShape, OUTLINE } from '../../components/mark-shapes.ts';
import { badgeFacts, badgeName, verdictWord } from '../../components/verdict-words.ts';
import { cleanText } from '../../lib/domain/clean-text.ts';
import { dressBadge, markCount, marksOf, nameOf } from './badge-view.ts';
import { rectsOf } from './rects.ts';

export const SHARED = [
  cleanText,
  markShape,
  OUTLINE,
  badgeFacts,
  badgeName,
  verdictWord,
  dressBadge,
  markCount,
  marksOf,
  nameOf,
  rectsOf,
] as const;
