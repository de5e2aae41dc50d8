import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeRegistry } from '../../../lib/domain/registry/format.ts';
import { parseSnapshot } from '../../../lib/domain/snapshot/decode.ts';
import { encodeSnapshot } from '../../../lib/domain/snapshot/encode.ts';
import { WEEK_S } from '../../../lib/domain/time.ts';
import { GREW_OUT_OF, listedProjects } from '../../../lib/tools/snapshot/projects.ts';

const DATA = join(import.meta.dirname, '../../../public/data');
const text = readFileSync(join(DATA, 'snapshot.json'), 'utf8');
const parsed = parseSnapshot(text, 0);
if (!parsed.ok) throw new Error(`the shipped snapshot is refused: ${parsed.failure.detail}`);
const { projects } = parsed.value;

describe('the shipped snapshot', () => {
  it('knows at least 120 projects in at least 12 sectors', () => {
    expect(projects.length).toBeGreaterThanOrEqual(120);
    expect(new Set(projects.flatMap((project) => project.sectors)).size).toBeGreaterThanOrEqual(12);
  });

  it('knows the roadmap of at least 35 projects, most with items', () => {
    const roadmaps = projects.flatMap((project) => project.roadmap ?? []);
    expect(roadmaps.length).toBeGreaterThanOrEqual(35);
    expect(roadmaps.filter(({ items }) => items.length > 0).length).toBeGreaterThanOrEqual(25);
  });

  it('takes at most 300 kB gzipped', () => {
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(300_000);
  });

  it('is written as the encoder writes it', () => {
    expect(encodeSnapshot(parsed.value)).toBe(text);
  });

  it('holds no e-mail address and no text beyond ids, paths and dates', () => {
    expect(text.match(/[\w.+-]+@[\w-]+\.[a-z]{2,}/gi)?.filter((hit) => !/@[0-9a-f]{40}/.test(hit)) ?? []).toEqual([]);
    expect(text).not.toMatch(/https?:/);
  });

  it('names projects of the registry, and only repositories that were chosen for them', () => {
    const registry = decodeRegistry(JSON.parse(readFileSync(join(DATA, 'registry.json'), 'utf8')));
    const ids = new Set(registry.ok ? registry.value.map((project) => project.id) : []);
    const chosen = new Map(listedProjects().map((source) => [source.id, new Set(source.repos)]));
    for (const { id, code } of projects) {
      expect(ids).toContain(id);
      for (const head of code.heads) expect(chosen.get(id)).toContain(head.repo);
    }
  });

  it.each(projects.map((project) => [project.id, project.code] as const))(
    '%s: figures agree with each other',
    (_, code) => {
      const sum = (weeks: number, skip = 0) =>
        code.series.commits.slice(-weeks - skip, skip ? -skip : undefined).reduce<number>((s, n) => s + (n ?? 0), 0);
      expect(code.c13).toBe(sum(13));
      expect(Math.round(code.prev3 * 3)).toBe(sum(39, 13));
      expect(code.series.firstWeek + code.series.commits.length * WEEK_S).toBe(code.weekEnd);
      expect(code.weekEnd * 1000).toBeLessThanOrEqual(code.asOf);
      expect(code.commits90).toBeLessThanOrEqual(code.c13);
      expect(code.left).toBeLessThanOrEqual(code.leftBase);
      expect(code.commits365).toBeLessThanOrEqual(code.commitsTotal);
      expect(code.regulars + code.oneDay).toBeLessThanOrEqual(code.active);
      expect((code.established ?? 0) + (code.newcomers ?? 0)).toBeLessThanOrEqual(code.active);
      expect(code.absenceFactor === null).toBe(code.commits365 < 20);
      if (code.active > 0) expect(sum(4)).toBeGreaterThanOrEqual(code.active);
      if (code.peak !== null) expect(code.peak).toBeGreaterThanOrEqual(code.active);
    },
  );
});

describe('listedProjects', () => {
  it('names each project and each repository once', () => {
    const all = listedProjects();
    const repos = all.flatMap((source) => source.repos);
    expect(new Set(all.map((source) => source.id)).size).toBe(all.length);
    expect(new Set(repos).size).toBe(repos.length);
    for (const repo of Object.keys(GREW_OUT_OF)) expect(repos).toContain(repo);
  });
});
