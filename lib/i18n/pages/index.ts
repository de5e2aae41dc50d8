/** Words of the extension's pages in every language: card and badge words with the pages' own. */
import type { Language } from '../../i18n.ts';
import { ar } from '../ar.ts';
import { en } from '../en.ts';
import { type SectorMessages, sectorMessages } from '../sectors.ts';
import { zhCN } from '../zh_CN.ts';
import { pagesAr } from './ar.ts';
import { pagesEn } from './en.ts';
import { pagesZhCN } from './zh_CN.ts';

export type PageMessages = { [K in keyof typeof en | keyof typeof pagesEn]: string } & SectorMessages;

export const catalogues: Record<Language, PageMessages> = {
  en: { ...en, ...sectorMessages('en'), ...pagesEn },
  ar: { ...ar, ...sectorMessages('ar'), ...pagesAr },
  zh_CN: { ...zhCN, ...sectorMessages('zh_CN'), ...pagesZhCN },
};
