import { describe, expect, it } from 'vitest';
import * as limit from '../../../lib/domain/activity/limits.ts';
import { CODE_RULES } from '../../../lib/domain/activity/rules.ts';
import { CODE_SIGNAL_IDS } from '../../../lib/domain/signal.ts';

describe('CODE_RULES', () => {
  it('has one rule per signal, in the order of the card, and the verdict last', () => {
    expect(CODE_RULES.map((rule) => rule.id)).toEqual([...CODE_SIGNAL_IDS, 'code-verdict']);
  });
  it.each(CODE_RULES)('says everything about $id', (rule) => {
    for (const text of [rule.name, rule.question, rule.why, rule.formula, rule.needs, rule.limits])
      expect(text.length).toBeGreaterThan(3);
    expect(rule.question.endsWith('?')).toBe(true);
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const source of rule.sources) if ('url' in source) expect(source.url).toMatch(/^https:\/\//);
  });
  it.each(CODE_RULES)('claims nothing about $id that figures cannot show', (rule) => {
    expect(JSON.stringify(rule)).not.toMatch(/\b(scam|fake|safe|no developers)\b/i);
  });
  it('prints the numbers that the code uses', () => {
    const formulaOf = (id: string) => CODE_RULES.find((rule) => rule.id === id)?.formula;
    expect(formulaOf('integrity')).toContain(`empty > ${limit.INTEGRITY_LIMITS.empty * 100}%`);
    expect(formulaOf('commit-trend')).toContain(`falling < ${limit.TREND_FALLING}`);
  });
});
