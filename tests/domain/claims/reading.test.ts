import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerClaim } from '../../../lib/domain/claims/answer-claim.ts';
import { MAX_PLACES } from '../../../lib/domain/claims/count-terms.ts';
import { MAX_CLAIMS } from '../../../lib/domain/claims/find-claims.ts';
import { foldWithMap } from '../../../lib/domain/claims/fold-map.ts';
import { MAX_CLOSERS, MAX_SENTENCE, splitSentences } from '../../../lib/domain/claims/sentences.ts';
import { SENTENCES } from './sentences.ts';
import { FACTS, mentionsIn, readText } from './world.ts';

const ARTICLE = join(import.meta.dirname, '../../../../shared/data/articles/gate-post-ar.txt');

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'Lumora ',
        'lost ',
        '30% ',
        'developers. ',
        'ذروة ',
        'مطوري ',
        '٣٠٪ ',
        '开发者',
        '三成',
        '主网',
        '2026年3月',
        '? ',
        '،',
        '\u202e',
        '\ud83d',
        'e\u0301',
        'ﷺ',
        'لل',
        '$20 million ',
        'Q3 2027 ',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

describe('createTextReader', () => {
  const first = (text: string) => readText([text], mentionsIn(text)).claims[0];

  it.each([
    ['Lumora passed its audit in February 2025 without critical findings.', false],
    ['Lumora的审计已于2025年2月完成，未发现漏洞。', false],
    [
      'The team that gave no interviews in all the years of its life launched the mainnet of Lumora in March 2025.',
      false,
    ],
    ['Lumora did not finish its audit in February 2025.', true],
    ['Brink went to press in May 2026 without an audit.', true],
    ['Brink在2026年5月尚未完成审计。', true],
  ])('takes a negation only where it means the event: %s', (text, negated) => {
    expect(first(text)?.negated).toBe(negated);
  });

  it.each([
    ['After it was postponed twice, Lumora launched its mainnet in March 2025.', false],
    ['Brink postponed its mainnet to the first quarter of 2027.', true],
    ['Lumora’s plans changed, and its mainnet went live in March 2025.', false],
  ])('takes a plan in another clause for what was planned before: %s', (text, future) => {
    expect(first(text)?.future).toBe(future);
  });

  it.each([
    ['More than 40% of crypto developers use the tool.', undefined],
    ['Crypto developers are down more than 40% from the peak.', -0.4],
    ['Of the crypto developers polled, 40% fell ill last year.', undefined],
    ['加密行业的活跃开发者较峰值下降30%，代币价格却在上涨。', -0.3],
    ['Crypto developers complain, and token prices fell 30%.', undefined],
  ])('takes no bound and no poll for a change: %s', (text, value) => {
    expect(first(text)?.number?.value).toBe(value);
  });

  it.each([
    ['Lumora主网自2022年1月起运行。', '2022-01-31'],
    ['Lumora launched its mainnet in March 2025 after two delays.', '2025-03-31'],
  ])('takes the date that opens a span: %s', (text, end) => {
    expect(first(text)?.time?.end).toBe(end);
  });
});

describe('splitSentences', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['Version 2.0.1 is out. It works.', ['Version 2.0.1 is out.', 'It works.']],
    ['Coins, e.g. Lumora, fell. Dr. Who left.', ['Coins, e.g. Lumora, fell.', 'Dr. Who left.']],
    ['他说：“上线了。”然后走了。', ['他说：“上线了。”', '然后走了。']],
    ['هل أطلقت؟ نعم. انتهى', ['هل أطلقت؟', 'نعم.', 'انتهى']],
    ['  ', []],
  ])('cuts %j', (text, expected) => {
    expect(splitSentences(text).map((s) => text.slice(s.start, s.end))).toEqual(expected);
  });

  it('gives ordered spans that hold every letter, none longer than the limit', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme', minLength: 500, maxLength: 3000 })), (text) => {
        const spans = splitSentences(text);
        let at = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(MAX_SENTENCE + MAX_CLOSERS);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('foldWithMap', () => {
  it('maps every folded unit to a place in the given text, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, map } = foldWithMap(text);
        expect(map.length).toBe(folded.length + 1);
        expect(map.at(-1)).toBe(text.length);
        for (let i = 1; i < map.length; i += 1) expect(map[i]).toBeGreaterThanOrEqual(map[i - 1] as number);
      }),
    );
  });
});

describe('createTextReader', () => {
  it('never throws, and its claims are places in the text', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
        const mentions = texts.flatMap((text, block) => mentionsIn(text).map((m) => ({ ...m, block })));
        for (const claim of readText(texts, mentions).claims) {
          const block = texts[claim.block] ?? '';
          expect(block.slice(claim.start, claim.end)).toBe(claim.text);
          expect(['supported', 'contradicted', 'not-checkable']).toContain(answerClaim(claim, FACTS).state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('comes back from long unbroken lines with a bounded number of claims', () => {
    const line = SENTENCES.map((s) => s.text).join(' ');
    const once = readText([line], []).claims.length;
    expect(once).toBeGreaterThan(20);
    const unbroken = 'Lumora developers 30% '.repeat(20_000);
    expect(readText([unbroken], []).claims.length).toBeLessThanOrEqual(MAX_CLAIMS);
    const digits = '1,'.repeat(50_000) + '%'.repeat(50_000) + ' '.repeat(50_000);
    expect(readText([`crypto developers ${digits}`], []).claims.length).toBeLessThanOrEqual(MAX_CLAIMS);
  });

  it('makes a claim that stands twice once', () => {
    const text = 'Lumora launched its mainnet in March 2025.';
    const mentions = [0, 1].map((block) => ({ block, start: 0, end: 6, projectId: 'lumora' }));
    expect(readText([text, text], mentions).claims).toHaveLength(1);
  });

  it('keeps two subjects of one sentence apart', () => {
    const text = 'Lumora lost 20% of its developers this year, while Brink gained 30% more developers this year.';
    const claims = readText([text], mentionsIn(text)).claims;
    expect(claims.map((c) => [c.subject.id, c.number])).toEqual([
      ['lumora', { kind: 'share', value: -0.2 }],
      ['brink', { kind: 'share', value: 0.3 }],
    ]);
  });

  it.each([
    'Lumora developers watched the token price fall 30% in a day.',
    'شاهد مطورو لومورا سعر الرمز ينخفض بنسبة 30%.',
    'Lumora的开发者看到代币价格下跌30%。',
  ])('gives a share to what it stands beside, not to the developers before it: %s', (text) => {
    expect(readText([text], mentionsIn(text)).claims).toEqual([]);
  });

  it('takes each project of an enumeration', () => {
    const text = 'Lumora and Brink launched their mainnets in May 2026.';
    expect(readText([text], mentionsIn(text)).claims.map((c) => c.subject.id)).toEqual(['lumora', 'brink']);
  });
});

describe('createTextReader, terms', () => {
  it('counts the words of both groups in three languages, with places', () => {
    const texts = [
      'Traders watch the price; developers merged code.',
      'ثقافة المضاربة وفرص التداول مقابل تطوير المنتج.',
      '市场炒作价格，开发者提交代码。',
    ];
    const counts = readText(texts, []).terms;
    expect(counts.trading.total).toBe(6);
    expect(counts.building.total).toBe(7);
    const shown = counts.places.map((p) => texts[p.block]?.slice(p.start, p.end));
    expect(counts.trading.terms.map(({ term }) => term)).toEqual(expect.arrayContaining(['تداول', 'مضارب', 'price']));
    expect(shown).toContain('المضاربة');
    expect(shown).toContain('价格');
    expect(shown).toContain('developers');
  });

  it('names Arabic words as the list spells them, not as they are folded to be compared', () => {
    const { trading, building } = readText(['أسعار السوق الثانوية، وإصدارات الشبكة الرئيسية.'], []).terms;
    expect(trading.terms.map(({ term }) => term)).toEqual(['أسعار', 'السوق الثانوية']);
    expect(building.terms.map(({ term }) => term)).toEqual(['إصدار', 'الشبكة الرئيسية']);
  });

  it('keeps places where marks vanish and letters grow in folding', () => {
    const text = 'ﷺ سِعْرُ السهم، the pri\u00adce of ﬁne code';
    const shown = readText([text], []).terms.places.map((p) => text.slice(p.start, p.end));
    expect(shown).toEqual(['سِعْرُ', 'pri\u00adce', 'code']);
  });

  it('gives places inside the text, bounded in number', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const p of readText([text], []).terms.places) {
          expect(p.start).toBeGreaterThanOrEqual(0);
          expect(p.end).toBeGreaterThan(p.start);
          expect(p.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
    expect(readText(['price '.repeat(5000)], []).terms.places.length).toBe(MAX_PLACES);
  });
});

describe('the article that started this', () => {
  const present = existsSync(ARTICLE);
  it.runIf(!present)('is not at hand: its claims were left out', () => {
    console.log(`left out: ${ARTICLE} is not there`);
  });

  it.runIf(present)('makes the claim on developers and names the three concepts', () => {
    const reading = readText(readFileSync(ARTICLE, 'utf8').split('\n'), []);
    const { claims, terms: counts } = reading;
    expect(claims.map((c) => [c.subject.id, c.predicate, c.number, c.reference.kind])).toContainEqual([
      'all',
      'developers',
      { kind: 'share', value: -0.3 },
      'peak',
    ]);
    const concepts = reading.concepts.map((c) => c.sector);
    expect(concepts).toEqual(expect.arrayContaining(['restaking', 'intents', 'ai-agents']));
    const answer = answerClaim(claims[0]!, FACTS);
    expect(answer).toMatchObject({ state: 'supported', n: 98, asOf: FACTS.baselines.get('all')?.asOf });
    expect(counts.trading.total).toBeGreaterThan(5);
    expect(counts.building.total).toBeGreaterThan(5);
  });
});
