/** The shipped registry, cut or filled up to a number of projects, as prefilters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedPrefilter } from '../../lib/domain/detect/prefilter.ts';
import { packPrefilter } from '../../lib/domain/detect/prefilter-build.ts';
import { decodeRegistry } from '../../lib/domain/registry/format.ts';
import type { Project } from '../../lib/domain/registry/project.ts';

const FILE = join(import.meta.dirname, '..', '..', 'public', 'data', 'registry.json');

function registry(): Project[] {
  const decoded = decodeRegistry(JSON.parse(readFileSync(FILE, 'utf8')));
  if (!decoded.ok) throw new Error('the registry can not be read');
  return decoded.value;
}

/** The registry cut or filled up with made-up names to `count` projects. */
function sized(projects: Project[], count: number): Project[] {
  const list = projects.slice(0, count);
  for (let i = list.length; i < count; i++) {
    const name = `Zq${i.toString(36)}on`;
    list.push({
      id: name,
      name,
      aliases: [],
      nameClass: 'U',
      domains: [`${name.toLowerCase()}.example`],
      repos: [],
      orgs: [],
      sectors: [],
      slugs: {},
      sources: ['bench'],
    });
  }
  return list;
}

/** Packs on demand, each size once. */
export function createPrefilters(): (projects?: number) => PackedPrefilter {
  const packed = new Map<number, PackedPrefilter>();
  let projects: Project[] | undefined;
  return (count) => {
    projects ??= registry();
    const size = count ?? projects.length;
    const known = packed.get(size) ?? packPrefilter(sized(projects, size));
    packed.set(size, known);
    return known;
  };
}
