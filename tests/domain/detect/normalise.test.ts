import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../lib/domain/detect/normalise.ts';

const text = fc.string({ unit: 'binary', maxLength: 200 });

describe('normalise', () => {
  it.each([
    ['full-width Latin', 'Ｕｎｉｓｗａｐ', 'Uniswap'],
    ['styled letters', '𝐔niswap', 'Uniswap'],
    ['runs of white space', 'Lido\n\t  Finance', 'Lido Finance'],
    ['no-break spaces', 'Lido\u00a0Finance', 'Lido Finance'],
    ['soft hyphens and zero-width marks', 'Uni\u00adswap\u200b', 'Uniswap'],
    ['alef with hamza', 'إيثيريوم', 'ايثيريوم'],
    ['ta marbuta and alef maksura', 'عملة على', 'عمله علي'],
    ['tatweel and diacritics', 'بيتـــكُوين', 'بيتكوين'],
    ['Persian letters', 'شبکه سکه بیت', 'شبكه سكه بيت'],
    ['presentation forms', 'ﺳﻮﻻﻧﺎ', 'سولانا'],
    ['typographic apostrophes', 'Aave’s', "Aave's"],
  ])('folds %s', (_, before, after) => {
    expect(normalise(before).text).toBe(after);
  });

  it('keeps case: names are told by it', () => {
    expect(normalise('Base base').text).toBe('Base base');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(text, (value) => normalise(normalise(value).text).text === normalise(value).text));
  });

  it('maps each character into the original, in order, and the end to its end', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { text: plain, map } = normalise(value);
        expect(map.length).toBe(plain.length + 1);
        expect(map[plain.length]).toBe(value.length);
        for (let i = 0; i < plain.length; i++) expect(map[i]).toBeLessThanOrEqual(map[i + 1] as number);
      }),
    );
  });
});
