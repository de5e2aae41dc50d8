/** How many requests a card costs, against the goals: the plan is only as cheap as this says. */
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../lib/domain/time.ts';
import { sampleCode, sampleProject } from '../domain/snapshot/samples.ts';
import { cutOff, figure, names, open, world } from './requests-kit.ts';
import { withFiles } from './roadmap-host.ts';
import { github, type Host, json, makeWorld, NOW, project, type TestWorld } from './world.ts';

describe('a card without a token', () => {
  it.each<[string, Host]>([
    ['no roadmap', github()],
    ['a roadmap file', withFiles(['ROADMAP.md'])],
    ['a docs folder and no roadmap', withFiles(['README.md'], ['docs', 'src'])],
    ['more than a hundred authors', cutOff(90)],
    ['more than a hundred authors and two pages of commits', cutOff(150)],
  ])('costs at most six requests for one repository with %s, none when fresh', async (_, host) => {
    const at = await world({ host });
    const { asked, report } = await open(at);
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(6);
    expect(asked.length).toBeGreaterThanOrEqual(5);
    expect(figure(report, 'active-developers')?.value).not.toBeNull();
    // What the six did not reach is asked for on another opening; then nothing more is.
    for (let i = 0; i < 2; i++) await open(at);
    expect((await open(at)).asked).toEqual([]);
  });

  it('costs at most six the first time, and reads the older version of its roadmap on another day', async () => {
    const at = await world({ host: withFiles(['ROADMAP.md']) });
    const first = await open(at);
    expect(first.asked.length).toBe(6);
    expect(first.report.roadmap.items.length).toBe(3);
    expect(first.report.roadmap.moves).toEqual([]);
    expect((await open(at)).asked).toEqual([]);
    at.env.at += DAY_MS + 1;
    const second = await open(at);
    // Meta data and releases; the listing tells that the file is the same, so that only the older version is new.
    expect(second.asked.filter((path) => path.includes('ROADMAP.md'))).toEqual([
      `/repos/alpha/core/contents/ROADMAP.md?ref=${'b'.repeat(40)}`,
    ]);
    expect(second.asked.length).toBeLessThanOrEqual(6);
    expect(second.report.roadmap.moves.some((move) => move.kind === 'moved-later')).toBe(true);
  });

  it.each([3, 10])('reads three of %i repositories, within twelve requests', async (count) => {
    const { asked, report } = await open(await world({ repos: names(count) }));
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(report.code.repos.length).toBe(3);
    expect(report.code.listed).toBe(count);
  });

  it('looks everywhere when the page of the project is opened', async () => {
    const at = await world({});
    await open(at);
    const { asked } = await open(at, 'page');
    expect(asked.join('\n')).toContain('commits?path=docs%2FROADMAP.md');
    expect(asked.some((path) => path.includes('/releases') || path.includes('/stats'))).toBe(false);
    expect((await open(at, 'page')).asked).toEqual([]);
    expect((await open(at)).asked).toEqual([]);
  });

  it('continues the snapshot’s series where statistics end at a hundred authors', async () => {
    // The snapshot ends three weeks before: commits are asked for from there on, with the four weeks of its first window.
    const asOf = NOW - 21 * DAY_MS;
    const code = sampleCode({ asOf, heads: [{ repo: 'alpha/core', commit: 'a'.repeat(40) }] });
    const host = cutOff(90);
    const made = makeWorld({ host, projects: [project('alpha')], snapshot: [sampleProject('alpha', code)] });
    const { asked, report } = await open(made);
    const t = Date.UTC(2026, 5, 14);
    const since = new Date(t - (3 * 7 + 28 - 7) * DAY_MS).toISOString().replace('.000Z', 'Z');
    expect(asked.find((path) => path.includes('/commits?since'))).toContain(`since=${since}`);
    expect(figure(report, 'peak-developers')).toMatchObject({ source: 'snapshot+github' });
    expect(figure(report, 'peak-developers')?.value).not.toBeNull();
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('finds out on the page, once, whose history a repository began as', async () => {
    const root = '68ccbefc94e9'.padEnd(40, '0');
    const host = github((url) => {
      if (url.searchParams.get('per_page') !== '1') return undefined;
      if (url.searchParams.get('page') === '8123') return json([{ sha: root }]);
      url.searchParams.set('page', '8123');
      return json([{ sha: 'e'.repeat(40) }], { link: `<${url.href}>; rel="last"` });
    });
    const at = await world({ host });
    const { asked, report } = await open(at, 'page');
    expect(asked.filter((path) => path.includes('per_page=1&') || path.endsWith('per_page=1')).length).toBe(2);
    expect(figure(report, 'original-share')?.inputs?.sharedRoot).toBe('bnb-chain/bsc ethereum/go-ethereum');
    at.env.at += 30 * DAY_MS;
    expect((await open(at, 'page')).asked.some((path) => path.includes('page=8123'))).toBe(false);
  });

  it('asks for statistics that end at a hundred authors once in ninety days', async () => {
    const at: TestWorld = await world({ host: cutOff(90, () => new Date(at?.env.at ?? NOW).toISOString()) });
    await open(at);
    at.env.at += 8 * DAY_MS;
    expect((await open(at)).asked.some((path) => path.includes('contributors'))).toBe(false);
    at.env.at += 83 * DAY_MS;
    expect((await open(at)).asked.some((path) => path.includes('contributors'))).toBe(true);
  });
});
