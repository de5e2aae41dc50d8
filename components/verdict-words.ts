/** What a verdict and a badge are called in the reader's language. */
import type { CoreMessages } from '../lib/i18n/en.ts';
import type { PlainWords } from '../lib/i18n/words.ts';
import type { MarkKind } from './mark-shapes.ts';

type Core = PlainWords<CoreMessages>;

/** Short word of a verdict ("falling sharply"). */
export function verdictWord(i18n: Core, kind: MarkKind, verdict: string): string {
  return i18n.maybe(`verdict.${kind}.${verdict.replaceAll(' ', '-')}`) ?? verdict;
}

export interface BadgeWordsInput {
  name: string;
  codeVerdict: string;
  roadmapVerdict: string;
  activeDevelopers: number | null;
  drawdown: number | null;
}

/** Facts of a badge as short phrases, in the order in which they are told. */
export function badgeFacts(i18n: Core, facts: BadgeWordsInput): string[] {
  const { activeDevelopers: active, drawdown } = facts;
  const code = verdictWord(i18n, 'code', facts.codeVerdict);
  const figures: string[] = [];
  if (active !== null) figures.push(i18n.t('badge.developers', { n: active }));
  if (drawdown !== null && drawdown > 0) figures.push(i18n.t('badge.below', { percent: i18n.percent(drawdown) }));
  if (drawdown !== null && drawdown <= 0) figures.push(i18n.t('badge.at-peak'));
  const roadmap = i18n.t('badge.roadmap', { verdict: verdictWord(i18n, 'roadmap', facts.roadmapVerdict) });
  const told = figures.length > 0 ? [figures.join(i18n.t('badge.and')), roadmap] : [roadmap];
  // "steady" adds nothing to the figures; every other verdict does, and alone it says all that is known of the code.
  if (facts.codeVerdict !== 'steady' || figures.length === 0) told.push(i18n.t('badge.code', { verdict: code }));
  return told;
}

/** The badge's accessible name: the whole verdict, or that nothing is known yet. */
export function badgeName(i18n: Core, facts: BadgeWordsInput): string {
  if (facts.codeVerdict === 'not checked' && facts.roadmapVerdict === 'not checked')
    return i18n.t('badge.unchecked', { name: facts.name });
  return i18n.t('badge.whole', { name: facts.name, facts: badgeFacts(i18n, facts).join(i18n.t('badge.next')) });
}
