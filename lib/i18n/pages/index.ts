/** Words of the extension's pages in every language: card and badge words with the pages' own. */
import type { Language } from '../../i18n.ts';
import { ar } from '../ar.ts';
import { en } from '../en.ts';
import { type SectorMessages, sectorMessages } from '../sectors.ts';
import { zhCN } from '../zh_CN.ts';
import * as arPages from './ar.ts';
import * as enPages from './en.ts';
import * as zhPages from './zh_CN.ts';

type KeysOf<Part> = Part extends unknown ? keyof Part : never;
type PageKey = KeysOf<(typeof enPages)[keyof typeof enPages]>;
type PageWords = Record<PageKey, string>;
/** A language lacks no page and no word of one: each of its parts holds the keys of the English part. */
type Parts = { readonly [P in keyof typeof enPages]: { readonly [K in keyof (typeof enPages)[P]]: string } };

/** The pages' words of one language in one catalogue. */
function pageWords(parts: Parts): PageWords {
  return Object.assign({}, ...Object.values(parts));
}

export const pagesEn = pageWords(enPages);

export type PageMessages = Record<keyof typeof en | PageKey, string> & SectorMessages;

export const catalogues: Record<Language, PageMessages> = {
  en: { ...en, ...sectorMessages('en'), ...pagesEn },
  ar: { ...ar, ...sectorMessages('ar'), ...pageWords(arPages) },
  zh_CN: { ...zhCN, ...sectorMessages('zh_CN'), ...pageWords(zhPages) },
};
