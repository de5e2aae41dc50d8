/** Each fact of detection in the reader's words, with what it found on this page: nothing of it leaves the page. */
import { cleanText } from '../lib/domain/clean-text.ts';
import type { IdentityRule, LookAlike, MatchEvidence, MatchRule } from '../lib/domain/detect/types.ts';
import type { CoreKey, CoreMessages } from '../lib/i18n/en.ts';
import type { PlainWords } from '../lib/i18n/words.ts';

type Core = PlainWords<CoreMessages>;
/** The endings of the catalogue's keys that begin so. */
type After<Start extends string> = CoreKey extends infer Key
  ? Key extends `${Start}${infer End}`
    ? End
    : never
  : never;

/** Which words tell a fact: facts that differ in weight alone, or in what they quote, share them. */
export const FACT_WORDS: Record<MatchRule, After<'match.'>> = {
  'coined-name': 'name',
  sector: 'term',
  'name-with-symbol': 'symbol',
  cashtag: 'symbol',
  symbol: 'symbol',
  'own-qualifier': 'own',
  'native-qualifier': 'beside',
  apposition: 'beside',
  definition: 'definition',
  qualifier: 'after',
  subject: 'after',
  preposition: 'before',
  context: 'context',
  neighbours: 'nearby',
  'neighbours-listed': 'listed',
  'page-identity': 'page',
  link: 'link',
  'proven-name': 'elsewhere',
  'handle-link': 'elsewhere',
  'elsewhere-cashtag': 'elsewhere',
  'elsewhere-symbol': 'elsewhere',
  pictured: 'picture',
  'in-column': 'column',
  'in-list': 'list',
  'in-headlines': 'headline',
  'crypto-page': 'crypto',
  'anti-next': 'not-after',
  'anti-prev': 'not-before',
  'part-of-name': 'not-part',
  'sentence-start': 'not-start',
};

/** What the page is about, told by its address or by what it declares. */
export const IDENTITY_WORDS: Record<IdentityRule, After<'about-page.'>> = {
  'own-domain': 'own',
  'shared-host-path': 'own',
  aggregator: 'listed',
  'aggregator-guess': 'guess',
  contract: 'contract',
  github: 'github',
  x: 'x',
  canonical: 'canonical',
  'json-ld': 'json-ld',
};

/** How an address is near to the one on record. */
export const NEAR_WORDS: Record<LookAlike['why'], After<'near.'>> = {
  'other-tld': 'ending',
  contains: 'contains',
  'one-edit': 'edit',
  punycode: 'script',
  'drawn-alike': 'script',
  'user-info': 'user',
  subdomain: 'subdomain',
};

/** Longest quotation: a few words; the reader has the rest before the eyes. */
const MOST_QUOTED = 40;

/** One fact of a mention, with what was found. */
export function factWords(i18n: Core, { rule, what = '' }: MatchEvidence): string {
  return i18n.t(`match.${FACT_WORDS[rule]}` as 'match.link', { what: cleanText(what, MOST_QUOTED) });
}

/** What tells that the page is about the project. */
export function identityWords(i18n: Core, { rule, matched }: { rule: IdentityRule; matched: string }): string {
  return i18n.t(`about-page.${IDENTITY_WORDS[rule]}` as 'about-page.own', { matched: cleanText(matched, 80) });
}

/** The address on record, and how this one differs from it. Never a word on why. */
export function nearWords(i18n: Core, { recorded, why }: Pick<LookAlike, 'recorded' | 'why'>): string {
  const address = i18n.t('card.look-alike', { domain: cleanText(recorded, 80) });
  return `${address} · ${i18n.t(`near.${NEAR_WORDS[why]}`)}`;
}
