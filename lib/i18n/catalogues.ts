/** The words of badge and card in every language, for the background, which hands one of them to a page's overlay. */
import type { Language } from '../i18n.ts';
import { ar } from './ar.ts';
import { type CoreMessages, en } from './en.ts';
import { type SectorMessages, sectorMessages } from './sectors.ts';
import { zhCN } from './zh_CN.ts';

export const coreCatalogues: Record<Language, CoreMessages & SectorMessages> = {
  en: { ...en, ...sectorMessages('en') },
  ar: { ...ar, ...sectorMessages('ar') },
  zh_CN: { ...zhCN, ...sectorMessages('zh_CN') },
};
