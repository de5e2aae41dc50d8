import { describe, expect, it } from 'vitest';
import { CRITERIA } from '../../../lib/domain/roadmap/criteria.ts';
import * as limit from '../../../lib/domain/roadmap/limits.ts';
import { ROADMAP_RULES } from '../../../lib/domain/roadmap/rules.ts';
import { ROADMAP_SIGNAL_IDS, ROADMAP_VERDICTS } from '../../../lib/domain/signal.ts';

const rule = (id: string) => ROADMAP_RULES.find((one) => one.id === id);

describe('ROADMAP_RULES', () => {
  it('has one rule per criterion and figure, in the order of the card, and the verdict last', () => {
    expect(ROADMAP_RULES.map(({ id }) => id)).toEqual([...ROADMAP_SIGNAL_IDS, 'roadmap-verdict']);
    expect(CRITERIA).toHaveLength(12);
  });
  it.each(ROADMAP_RULES)('says everything about $id', ({ name, question, why, formula, needs, limits, sources }) => {
    for (const text of [name, question, why, formula, needs, limits]) expect(text.length).toBeGreaterThan(3);
    expect(question.endsWith('?')).toBe(true);
    expect(sources.length).toBeGreaterThan(0);
  });
  it.each(ROADMAP_RULES)('claims nothing about $id that wordings cannot show', (one) => {
    expect(JSON.stringify(one)).not.toMatch(/\b(scam|fraud|lie[sd]?|broken promise|no roadmap)\b/i);
  });
  it('prints the numbers that the code uses', () => {
    expect(rule('dates-kept')?.formula).toContain(`÷ ${limit.FULL_MOVE_DAYS}`);
    expect(rule('freshness')?.formula).toContain('≤ 90 days: 1; ≤ 180 days: 0.5; ≤ 365 days: 0.25');
    expect(rule('specificity')?.formula).toContain('day, month, quarter: 1');
    for (const verdict of ROADMAP_VERDICTS) expect(rule('roadmap-verdict')?.formula).toContain(verdict);
  });
});
