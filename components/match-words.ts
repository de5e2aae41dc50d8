/** Each fact of detection in the reader's words, with what it found on this page: nothing of it leaves the page. Each has a message of its own name. */
import { cleanText } from '../lib/domain/clean-text.ts';
import type { IdentityRule, LookAlike, MatchEvidence } from '../lib/domain/detect/types.ts';
import type { CoreMessages } from '../lib/i18n/en.ts';
import type { PlainWords } from '../lib/i18n/words.ts';

type Core = PlainWords<CoreMessages>;

/** Longest quotation: a few words; the reader has the rest before the eyes. */
const MOST_QUOTED = 40;

/** One fact of a mention, with what was found. */
export function factWords(i18n: Core, { rule, what = '' }: MatchEvidence): string {
  return i18n.t(`match.${rule}`, { what: cleanText(what, MOST_QUOTED) });
}

/** What tells that the page is about the project. */
export function identityWords(i18n: Core, { rule, matched }: { rule: IdentityRule; matched: string }): string {
  return i18n.t(`about-page.${rule}`, { matched: cleanText(matched, 80) });
}

/** The address on record, and how this one differs from it. Never a word on why. */
export function nearWords(i18n: Core, { recorded, why }: Pick<LookAlike, 'recorded' | 'why'>): string {
  const address = i18n.t('card.look-alike', { domain: cleanText(recorded, 80) });
  return `${address} · ${i18n.t(`near.${why}`)}`;
}
