import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../lib/tools/snapshot/from-git.ts';
import { duration, type Job, runJobs } from '../../../lib/tools/snapshot/run.ts';

let cacheDir = '';
beforeEach(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'roadmark-cache-'));
});
afterEach(() => rmSync(cacheDir, { recursive: true, force: true }));

const outcome = (commits: number): Outcome => ({ notes: [], commits });
const job = (id: string, ran: string[], run: () => Promise<Outcome> = async () => outcome(1), key = 'k'): Job => ({
  id,
  key: async () => key,
  run: () => {
    ran.push(id);
    return run();
  },
});
const options = (report: string[] = [], parallel = 2) => ({
  cacheDir,
  parallel,
  now: () => 0,
  report: (line: string) => report.push(line),
});

describe('runJobs', () => {
  it('takes up an interrupted run where it stopped', async () => {
    const ran: string[] = [];
    await runJobs([job('a', ran), job('b', ran)], options());
    await runJobs([job('a', ran), job('b', ran), job('c', ran)], options());
    expect(ran).toEqual(['a', 'b', 'c']);
  });

  it('gives the same answers after any interruption as without one', async () => {
    const jobs = (ran: string[], dies?: number) =>
      ['a', 'b', 'c', 'd'].map((id, i) =>
        job(id, ran, async () => {
          if (i === dies) throw new Error('killed');
          return outcome(i);
        }),
      );
    const whole = [...(await runJobs(jobs([]), { ...options(), cacheDir: undefined }))];
    for (const dies of [0, 1, 2, 3]) {
      const before: string[] = [];
      await runJobs(jobs(before, dies), options([], 1));
      const after: string[] = [];
      expect([...(await runJobs(jobs(after), options([], 1)))]).toEqual(whole);
      expect(after).toEqual([before[dies]]);
      for (const file of readdirSync(cacheDir)) rmSync(join(cacheDir, file));
    }
  });

  it('leaves no half file where it is interrupted while writing', async () => {
    await runJobs([job('a', [])], options());
    expect(readdirSync(cacheDir).filter((file) => file.endsWith('.part'))).toEqual([]);
  });

  it('computes anew when the input changed, and when a kept result is broken', async () => {
    const ran: string[] = [];
    await runJobs([job('a', ran)], options());
    await runJobs([job('a', ran, undefined, 'other')], options());
    for (const file of readdirSync(cacheDir)) writeFileSync(join(cacheDir, file), '{"notes":');
    await runJobs([job('a', ran)], options());
    expect(ran).toEqual(['a', 'a', 'a']);
  });

  it('goes on after a failure, and tries that one again the next time', async () => {
    const ran: string[] = [];
    const broken = () => Promise.reject(new Error('disk on fire'));
    const first = await runJobs([job('a', ran, broken), job('b', ran)], options());
    expect(first.get('a')?.reason).toBe('failed: disk on fire');
    expect(first.get('b')?.commits).toBe(1);
    const second = await runJobs([job('a', ran), job('b', ran)], options());
    expect(second.get('a')?.reason).toBeUndefined();
    expect(ran).toEqual(['a', 'b', 'a']);
  });

  it('never holds more than it is told to, and answers in the order of the jobs', async () => {
    let open = 0;
    let most = 0;
    const slow = (turns: number) => async () => {
      open += 1;
      most = Math.max(most, open);
      for (let i = 0; i < turns; i += 1) await Promise.resolve();
      open -= 1;
      return outcome(turns);
    };
    const jobs = [9, 1, 5, 2].map((turns, i) => job(`j${i}`, [], slow(turns)));
    const outcomes = await runJobs(jobs, { ...options([], 2), cacheDir: undefined });
    expect(most).toBe(2);
    expect([...outcomes.keys()]).toEqual(['j0', 'j1', 'j2', 'j3']);
    expect([...outcomes.values()].map((each) => each.commits)).toEqual([9, 1, 5, 2]);
  });

  it('reports each job with the time that is left', async () => {
    const lines: string[] = [];
    let clock = 0;
    const jobs = ['a', 'b', 'c'].map((id) => job(id, [], async () => ({ notes: ['x: no copy'], commits: 4 })));
    await runJobs(jobs, {
      ...options(lines, 1),
      now: () => {
        clock += 10_000;
        return clock;
      },
    });
    expect(lines[0]).toBe('[1/3] a: 4 commits read · about 20 s left');
    expect(lines[1]).toBe('    x: no copy');
    expect(lines.at(-2)).toContain('[3/3] c');
  });
});

describe('duration', () => {
  it.each([
    [400, '0 s'],
    [59_000, '59 s'],
    [200_000, '3 min 20 s'],
  ])('of %d ms is %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});
