import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import { recompute } from '../../../lib/domain/activity/recompute.ts';
import type { CodeReport } from '../../../lib/domain/signal.ts';
import { input, storedFacts } from './facts.ts';

/** Facts and reports live in a database between the two: they must survive that as they are. */
const stored = <V>(of: V): V => structuredClone(of);

describe('recompute', () => {
  const facts = [storedFacts('lidofinance/core'), storedFacts('ethereum/go-ethereum')];
  const report = codeReport(input(facts));

  it('says equal for every figure of stored facts', () => {
    const rows = recompute(stored(input(facts)), stored(report));
    expect(rows).toHaveLength(23);
    expect(rows.filter((row) => !row.equal)).toEqual([]);
  });

  it.each([
    ['a value', 'days-since-release', { value: 999 }],
    ['a reason', 'active-developers', { unknown: 'failed' as const }],
    ['an input', 'release-gap', { inputs: { days: '', late: 'no' } }],
  ])('names the figure in which %s was changed', (_what, id, change) => {
    const changed: CodeReport = {
      ...report,
      signals: report.signals.map((signal) => (signal.id === id ? { ...signal, ...change } : signal)),
    };
    const rows = recompute(input(facts), changed).filter((row) => !row.equal);
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  it('shows both figures when the facts were changed', () => {
    const one = [storedFacts('lidofinance/core')];
    const before = codeReport(input(one));
    const less = stored(one);
    less[0]?.contributors?.value.authors.splice(-5);
    const row = recompute(input(less), before).find((r) => r.id === 'active-developers');
    expect(row).toMatchObject({ equal: false, before: 6 });
    expect(row?.after).toBeLessThan(6);
  });

  it('says not equal for a signal that the report lacks', () => {
    const rows = recompute(input(facts), { ...report, signals: report.signals.slice(1) });
    expect(rows.find((row) => row.id === 'active-developers')).toMatchObject({ equal: false, before: null });
  });
});
