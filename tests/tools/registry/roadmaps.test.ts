import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeRegistry } from '../../../lib/domain/registry/format.ts';
import { gitHubPlace } from '../../../lib/domain/roadmap/candidates.ts';
import { kindOf } from '../../../lib/domain/roadmap/parse.ts';
import { OUTPUT_FILE, WORDS_FILE } from '../../../lib/tools/registry/files.ts';
import { ROADMAPS, ROADMAPS_ELSEWHERE } from '../../../lib/tools/registry/hand/roadmaps.ts';
import { lintRegistry } from '../../../lib/tools/registry/lint-rules.ts';

const decoded = decodeRegistry(JSON.parse(readFileSync(OUTPUT_FILE, 'utf8')));
if (!decoded.ok) throw new Error(decoded.failure.detail);
const projects = new Map(decoded.value.map((project) => [project.id, project]));
const ownersOf = (id: string) => {
  const project = projects.get(id);
  const repos = project?.repos.map((repo) => repo.split('/')[0] as string) ?? [];
  return [...(project?.orgs ?? []), ...repos].map((owner) => owner.toLowerCase());
};

describe('ROADMAPS', () => {
  it('stand in order of their ids, each in the committed registry', () => {
    const ids = Object.keys(ROADMAPS);
    expect(ids).toEqual([...ids].sort());
    for (const [id, address] of Object.entries(ROADMAPS)) expect(projects.get(id)?.roadmap, id).toBe(address);
    expect([...projects.values()].filter(({ roadmap }) => roadmap)).toHaveLength(ids.length);
  });

  it.each(Object.entries(ROADMAPS))('%s: a text of the default branch under an owner of the project', (id, address) => {
    expect(address).not.toMatch(/[\s?#]|\/$/);
    const place = gitHubPlace(address);
    expect(place?.ref).toBeUndefined();
    if (place?.path && /\.\w+$/.test(place.path)) expect(kindOf(place.path)).toBeDefined();
    const atHome = ownersOf(id).includes(place?.repo.split('/')[0]?.toLowerCase() ?? '');
    expect(atHome || (ROADMAPS_ELSEWHERE[id] ?? '').length > 20).toBe(true);
  });

  it('give a reason only where one is needed', () => {
    for (const id of Object.keys(ROADMAPS_ELSEWHERE)) {
      const owner = gitHubPlace(ROADMAPS[id] ?? '')
        ?.repo.split('/')[0]
        ?.toLowerCase();
      expect(owner, id).toBeDefined();
      expect(ownersOf(id), id).not.toContain(owner);
    }
  });
});

describe('lintRegistry', () => {
  const words = new Set(readFileSync(WORDS_FILE, 'utf8').split('\n'));
  const rulesFor = (roadmap: string) => {
    const base = projects.get('uniswap')!;
    return lintRegistry([{ ...base, roadmap }], words).map((finding) => finding.rule);
  };
  it.each([
    ['a page elsewhere', 'https://uniswap.org/roadmap', 'a roadmap that the reader can not follow'],
    ['a list of issues', 'https://github.com/Uniswap/docs/issues', 'a roadmap that the reader can not follow'],
    ['another owner', 'https://github.com/someone/plans/blob/HEAD/a.md', 'a roadmap outside the owners on record'],
  ])('finds a roadmap at %s', (_, address, rule) => {
    expect(rulesFor(address)).toContain(rule);
  });
  it.each([
    ['a file', 'https://github.com/uniswap/docs/blob/HEAD/roadmap.md'],
    ['a folder', 'https://github.com/Uniswap/docs/tree/HEAD/roadmap'],
    ['a repository', 'https://github.com/Uniswap/roadmap'],
  ])('takes %s of an own organisation', (_, address) => {
    expect(rulesFor(address).filter((rule) => rule.startsWith('a roadmap'))).toEqual([]);
  });
});
