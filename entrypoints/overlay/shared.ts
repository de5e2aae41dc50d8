/** What the card takes from the overlay instead of bringing it a second time; the build sees to that (lib/tools/build/marks-once.ts). */
import { dateWords } from '../../components/date-words.ts';
import { markShape, OUTLINE } from '../../components/mark-shapes.ts';
import { badgeFacts, badgeName, verdictWord } from '../../components/verdict-words.ts';
import { cleanText } from '../../lib/domain/clean-text.ts';
import { withDates } from '../../lib/i18n/dates.ts';
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
  withDates,
  dateWords,
] as const;
