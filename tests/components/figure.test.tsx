import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Figure } from '../../components/Figure.tsx';
import { signalText } from '../../components/signal-words.ts';
import { WordsContext } from '../../components/words.ts';
import type { Signal } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { catalogues } from '../../lib/i18n/pages/index.ts';
import { createI18n } from '../../lib/i18n.ts';

const NOW = Date.UTC(2026, 10, 24);
const show = (signal: Partial<Signal>) => {
  const i18n = createI18n('en', coreCatalogues.en);
  const whole = { id: 'days-since-release' as const, value: 61, ...signal };
  const { container } = render(
    <WordsContext.Provider value={{ i18n, now: NOW }}>
      <Figure signal={whole} />
    </WordsContext.Provider>,
  );
  const data = container.querySelector('data');
  return [data?.getAttribute('value'), data?.textContent];
};

describe('Figure', () => {
  it.each([
    [
      'the day itself when an old snapshot counted to its own day',
      { source: 'snapshot', asOf: NOW - 153 * DAY_MS },
      '24 Apr 2026',
    ],
    ['days ago when the snapshot is of yesterday', { source: 'snapshot', asOf: NOW - DAY_MS }, '61 days ago'],
    ['days ago when live figures counted to now', { source: 'github', asOf: NOW - 6 * DAY_MS }, '61 days ago'],
  ] as const)('shows %s', (_, signal, words) => {
    expect(show(signal)).toEqual(['61', words]);
  });
  it('tells a state in the reader’s own words', () => {
    const i18n = createI18n('ar', catalogues.ar);
    expect(signalText(i18n, { id: 'state', value: 'archived' })).toBe('مؤرشفة');
  });
  it('shows why a value is unknown, with an empty raw value', () => {
    expect(show({ value: null, unknown: 'too-few', source: 'snapshot', asOf: NOW })).toEqual(['', 'too few']);
  });
});
