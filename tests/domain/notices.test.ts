import { describe, expect, it } from 'vitest';
import type { Change, NoticeItem } from '../../lib/domain/watch/changes.ts';
import { noticeMessages, noticeText } from '../../lib/i18n/notices.ts';
import { LANGUAGES, pluralForms } from '../../lib/i18n.ts';

const item = (projectId: string, change: Partial<Change>): NoticeItem => ({
  projectId,
  name: projectId,
  change: {
    kind: 'code-verdict',
    at: 0,
    before: 'steady',
    after: 'falling',
    title: null,
    days: null,
    url: null,
    ...change,
  },
});
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
const moved = { kind: 'promise-moved' as const, before: '2026-03-31', after: '2026-09-30', title: 'Mainnet' };

describe('noticeMessages', () => {
  it.each(LANGUAGES)('%s has the places of English and a form for each plural', (language) => {
    const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].filter((p) => p !== '{n}').sort();
    const english = noticeMessages('en') as Record<string, string>;
    for (const [key, message] of Object.entries(noticeMessages(language))) {
      expect({ key, places: places(message) }).toEqual({ key, places: places(english[key] ?? '') });
      const forms = english[key]?.includes('|') ? pluralForms(language).length : 1;
      expect({ key, forms: message.split('|').length }).toEqual({ key, forms });
    }
  });
});

describe('noticeText', () => {
  it.each([
    ['en', 'Code: “steady” before, now “falling”', '“Mainnet” moved from 31 Mar 2026 to 30 Sept 2026'],
    ['ar', 'الشيفرة: من «مستقرة» إلى «تراجع»', 'انتقل موعد «Mainnet» من 31 مارس 2026 إلى 30 سبتمبر 2026'],
    ['zh_CN', '代码：由“平稳”变为“下降”', '“Mainnet”从 2026年3月31日 移到 2026年9月30日'],
  ] as const)('names one project in the title and says what changed, in %s', (language, verdict, promise) => {
    const text = noticeText(language, [item('Lido', {}), item('Lido', moved)]);
    expect(text.title).toBe('Lido');
    expect(plain(text.message)).toBe(`${verdict}\n${promise}`);
  });
  it('counts the changes of several projects, and cuts a long list with how many more there are', () => {
    const items = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) =>
      item(id, { kind: 'roadmap-verdict', before: 'mixed', after: 'stale' }),
    );
    const text = noticeText('en', items);
    expect(text.title).toBe('6 changes in your watchlist');
    expect(text.message.split('\n')).toHaveLength(4);
    expect(text.message).toMatch(/^A: Roadmap: “mixed” before, now “stale”\n.*and 3 more$/s);
    expect(plain(noticeText('ar', items).title)).toBe('6 تغيرات في قائمة متابعتك');
  });
  it('says that a promise has lost its date, and shows wordings of others as short plain text', () => {
    const gone = { ...moved, after: '', title: `x\u202e${'y'.repeat(200)}` };
    const { message } = noticeText('en', [item('Lido', gone)]);
    expect(message).toMatch(/^“xy+…”, promised for 31 Mar 2026, has no date now$/);
    expect(message.length).toBeLessThan(140);
    expect(noticeText('en', [item('Lido', { ...gone, title: null })]).message).toBe(
      'A promise for 31 Mar 2026 has no date now',
    );
  });
  it('has no word on prices or advice in any language', () => {
    const all = LANGUAGES.map((language) => Object.values(noticeMessages(language)).join(' ')).join(' ');
    expect(all).not.toMatch(/price|buy|sell|profit|سعر|شراء|بيع|ربح|价格|买|卖|涨|跌/i);
  });
});
