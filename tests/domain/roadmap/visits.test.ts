import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Visit } from '../../../lib/domain/keep/reader-data.ts';
import { itemsChangedOn, ledgerOf, nearestVersion } from '../../../lib/domain/roadmap/ledger.ts';
import { tellingVisits, versionsOfVisits } from '../../../lib/domain/roadmap/visits.ts';
import { DAY_MS } from '../../../lib/domain/time.ts';

const START = Date.UTC(2025, 0, 1);
const dayOf = (n: number) => new Date(START + n * DAY_MS).toISOString().slice(0, 10);
const visit = (day: number, reading: number): Visit => ({
  projectId: 'alpha',
  url: 'https://alpha.example/roadmap',
  day: dayOf(day),
  items: [{ title: 'Main network', status: 'planned', start: null, end: dayOf(400 + 40 * reading), dateText: null }],
});
/** Days going up, each with one of three readings, so that runs are common. */
const history = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 25 })
  .map((steps) => {
    let day = 0;
    return steps.map(([later, reading]) => {
      day += later;
      return visit(day, reading);
    });
  });

describe('tellingVisits', () => {
  it('returns the ends of each run, and the last two', () => {
    const all = [0, 1, 2, 3, 4, 5, 6].map((n) => visit(n, n < 4 ? 0 : 1));
    expect(tellingVisits([...all].reverse()).map(({ day }) => day)).toEqual([0, 3, 4, 5, 6].map(dayOf));
  });
  it('tells the same of any past as all visits do', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 700 }), fc.constantFrom(1, 90, 180), (all, days, atLeast) => {
        const [full, thin] = [versionsOfVisits(all), versionsOfVisits(tellingVisits(all))];
        expect(ledgerOf(thin)).toEqual(ledgerOf(full));
        expect(itemsChangedOn(thin)).toBe(itemsChangedOn(full));
        expect(thin[0]).toEqual(full[0]);
        expect(thin.length > 1).toBe(full.length > 1);
        const to = thin[0]?.date as string;
        expect(nearestVersion(thin, to, days, atLeast)?.items).toEqual(nearestVersion(full, to, days, atLeast)?.items);
      }),
    );
  });
  it('returns the same, thinned at once or day by day, and leaves what is thin alone', () => {
    fc.assert(
      fc.property(history, (all) => {
        let kept: Visit[] = [];
        for (const one of all) kept = tellingVisits([...kept, one]);
        expect(kept).toEqual(tellingVisits(all));
        expect(tellingVisits(kept)).toEqual(kept);
      }),
    );
  });
});
