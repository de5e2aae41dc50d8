import { describe, expect, it } from 'vitest';
import { lensCalls } from '../../lib/app/lens.ts';
import type { Services } from '../../lib/app/services.ts';
import { fail, ok } from '../../lib/result.ts';
import { BASELINES, FACTS, NOW } from '../domain/claims/world.ts';

function world(baselines = true) {
  const injected: [number, number, string][] = [];
  const services = {
    env: { now: () => NOW },
    reports: {
      known: async (id: string) => {
        const report = FACTS.reports.get(id);
        return report ? ok(report) : fail('unknown-project', NOW);
      },
    },
    snapshot: { baselines: async () => (baselines ? ok(BASELINES) : fail('bad-answer', NOW)) },
  } as unknown as Services;
  const side = {
    inject: async (tabId: number, frameId: number, file: string) => {
      if (tabId === 9) throw new Error('Cannot access a chrome:// URL');
      injected.push([tabId, frameId, file]);
    },
  };
  return { calls: lensCalls(services, side), injected };
}

describe('lens.read', () => {
  it('puts the lens into the top frame of the tab', async () => {
    const { calls, injected } = world();
    expect(await calls['lens.read']({ tabId: 4 })).toEqual(ok(null));
    expect(injected).toEqual([[4, 0, '/lens.js']]);
  });
  it('says forbidden where the browser refuses', async () => {
    const answer = await world().calls['lens.read']({ tabId: 9 });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });
});

describe('lens.facts', () => {
  it('gives reports and baselines that are known, each once', async () => {
    const answer = await world().calls['lens.facts']({
      projectIds: ['lumora', 'lumora', 'nobody'],
      sectors: ['all', 'all', 'restaking', 'no-such'],
    });
    expect(answer.ok && answer.value.reports.map((r) => r.projectId)).toEqual(['lumora']);
    expect(answer.ok && answer.value.baselines.map((b) => b.sector)).toEqual(['all', 'restaking']);
  });
  it('gives reports without a snapshot', async () => {
    const answer = await world(false).calls['lens.facts']({ projectIds: ['brink'], sectors: ['all'] });
    expect(answer).toMatchObject({ ok: true, value: { baselines: [] } });
  });
});
