import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../lib/domain/detect/word-bounds.ts';
import { ARTICLE, matchesIn, PROJECTS, shownOn } from './setup.ts';

type Tag = 'ar' | 'fa' | 'ja' | 'ko' | 'ru' | 'zh';

/** Sentences of our own in which "%" is a name: each language with what it writes at one, and a page's words of crypto. */
/** The usual name beside it makes the page ask for all names of its language: most have no key of their own. */
const SENTENCES: Record<Tag, string[]> = {
  ar: ['ارتفع سعر % اليوم مقابل إيثيريوم.', 'تعتمد المنصة على %، وتنقل الرموز من إيثيريوم إلى شبكة % بسرعة.'],
  fa: ['قیمت % امروز در برابر اتریوم رشد کرد.', 'کیف پول از %\u200cها و اتریوم پشتیبانی می\u200cکند.'],
  ja: ['今日の%はイーサリアムに対して上昇した。', 'イーサリアムの価格と%が使うDeFiについて。'],
  ko: ['오늘 %은 이더리움 대비 상승했다.', '거래소에서 %의 가격이 이더리움과 함께 올랐다.'],
  ru: ['Сегодня % вырос к эфириуму.', 'Курс %, по данным биржи, и курс эфириума не изменились.'],
  zh: ['今天%对以太坊上涨。', '他们在%上发行代币，并用以太坊购买。'],
};

/** What speaks against a name beside these words is another's test: here each stands on a page about little else. */
const lostIn = (tag: Tag, sentence: string) =>
  PROJECTS.flatMap(({ id, native = {}, rules = [] }) =>
    (native[tag as string] ?? [])
      .filter((form) => !rules.some(({ phrase, nameClass }) => phrase === form && nameClass !== 'U'))
      .filter((form) => {
        const text = sentence.replaceAll('%', form);
        return !matchesIn(text, ARTICLE).some(({ projectId }) => projectId === id);
      })
      .map((form) => `${id} ${form}`),
  );

describe('names in other scripts, as the shipped registry has them', () => {
  it.each(Object.entries(SENTENCES).flatMap(([tag, list]) => list.map((text): [Tag, string] => [tag as Tag, text])))(
    'are found in a sentence of their language (%s): %s',
    (tag, sentence) => {
      expect(lostIn(tag, sentence)).toEqual([]);
    },
  );

  it.each([
    ['والبيتكوين وبالإيثيريوم ولسولانا كالبيتكوين', ['bitcoin', 'ethereum', 'solana']],
    ['بیت\u200cکوین\u200cها و چین\u200cلینک', ['bitcoin', 'chainlink']],
    ['بیتکوین و بیت کوین و اتریوم', ['bitcoin', 'ethereum']],
    [
      '비트코인은 이더리움에서 솔라나까지, 유니스왑과 바이낸스의',
      ['binance', 'bitcoin', 'ethereum', 'solana', 'uniswap'],
    ],
    ['솔라나체인과 이더리움재단', ['ethereum', 'solana']],
    ['ソラナの、イーサリアムネットワークで、ビットコイン・ライトコイン', ['bitcoin', 'ethereum', 'litecoin', 'solana']],
    ['Биткоина, биткоином, в биткоине, биткоинов', ['bitcoin']],
    ['цена соланы, о Солане и Соланой', ['solana']],
    ['эфириумом, лайткоина, бинансе', ['binance', 'ethereum', 'litecoin']],
    ['比特币和以太坊以及萊特幣', ['bitcoin', 'ethereum', 'litecoin']],
  ])('are found with clitics, particles and endings: %s', (text, ids) => {
    const found = matchesIn(`BTC, USDT, DeFi. ${text}.`, ARTICLE).map(({ projectId }) => projectId);
    expect([...new Set(found)].filter((id) => !id.startsWith('sector:')).sort()).toEqual(ids);
  });

  it.each([
    ['일렉트론과 바이오스, 트리플과 네오위즈', 'Electron, BIOS, triple, a firm'],
    ['카스파로프와 셀로판', 'a chess player, cellophane'],
    ['ソラナックスを飲む。エレクトロンとバイオス', 'a medicine, electron, BIOS'],
    ['トロンボーンとペペロンチーノ、ヘデラックス', 'a trombone, a dish'],
    ['карданный вал и карданов, каспаров', 'a shaft, a chess player'],
    ['антибиткоинский и псевдосолановый', 'longer words'],
    ['متروناليونان ولاترونه', 'letters within words'],
  ])('are not found within a longer word: %s (%s)', (text) => {
    const found = matchesIn(`BTC, USDT, DeFi. ${text}.`, ARTICLE).map(({ projectId }) => projectId);
    expect(found.filter((id) => !id.startsWith('sector:'))).toEqual([]);
  });

  it('marks a Russian name with its ending, and a Korean one without its particle', () => {
    const text = 'Курс биткоина и BTC. 솔라나는 올랐다.';
    const marked = matchesIn(text, ARTICLE).map(({ start, end }) => text.slice(start, end));
    expect(marked).toEqual(['биткоина', '솔라나']);
  });

  it.each([
    ['Сегодня в театре открыли сезон, зрители заняли места, а хор спел о весне.'],
    ['오늘 공원에서 코스모스가 피었고, 아이들은 네오위즈 게임을 했다.'],
    ['庭のヘデラとコスモスに水をやり、ポリゴンの本を読んだ。'],
    ['غرد الطائر في البستان، ولا شبكة سوى شباك الصيادين.'],
    ['از سویی باران آمد و وی چین را ترک کرد.'],
    ['地震波场的研究显示，宁波卡车在雪崩之后停运。'],
  ])('shows nothing on a page about other things: %s', (text) => {
    expect(shownOn([text, text])).toEqual([]);
  });
});

describe('boundsOf', () => {
  const found = (phrase: string, text: string, isCoined = true) => {
    const pattern = new RegExp(boundsOf(phrase, isCoined), 'uy');
    for (let at = 0; at < text.length; at++) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match) return match[0];
    }
    return undefined;
  };

  it.each([
    ['Солана', 'курс соланы', 'соланы'],
    ['Солана', 'курс Соланой', 'Соланой'],
    ['Кардано', 'вал кардана', undefined],
    ['Рипл', 'рипле', 'рипле'],
    ['Рипл', 'триплекс', undefined],
    ['트론', '트론에서는', '트론'],
    ['트론', '일렉트론', undefined],
    ['트론', '트론스', undefined],
    ['ソラナ', 'ソラナックス', undefined],
    ['ソラナ', 'ソラナチェーン', 'ソラナ'],
    ['USDコイン', 'USDコインは', 'USDコイン'],
    ['비트코인SV', '비트코인SV는', '비트코인SV'],
  ])('finds %s in %s: %s', (phrase, text, expected) => {
    expect(found(phrase, text)).toBe(expected);
  });

  it('takes a name that is a word too by its capital only', () => {
    expect(found('Кронос', 'кронос', false)).toBeUndefined();
    expect(found('Кронос', 'Кроноса', false)).toBe('Кроноса');
  });
});
