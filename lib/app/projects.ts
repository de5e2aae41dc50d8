/** The registry with the reader's own projects on top, and the tables of detection over both. */
import { createLookup, type Lookup } from '../domain/detect/lookup.ts';
import { ownKeys } from '../domain/detect/prefilter-build.ts';
import type { OwnProject } from '../domain/keep/reader-data.ts';
import { decodeRegistry } from '../domain/registry/format.ts';
import { mergeOwn } from '../domain/registry/own.ts';
import type { Project } from '../domain/registry/project.ts';
import { indexForSearch, type SearchIndex } from '../domain/registry/search.ts';
import type { Env } from '../env.ts';
import type { Store } from '../io/db.ts';
import { fail, ok, type Result } from '../result.ts';

export interface Known {
  projects: Project[];
  byId: Map<string, Project>;
  lookup: Lookup;
  search: SearchIndex;
}

export interface Projects {
  /** Everything known; loaded at the first call. Fails only where the shipped registry can't be read. */
  known(): Promise<Result<Known>>;
  /** One project, or `unknown-project`. */
  find(id: string): Promise<Result<Project>>;
  own(): Promise<Result<OwnProject[]>>;
  /** Keys by which the detector finds the reader's own names in a page; empty where the database can't be read. */
  ownKeys(): Promise<number[]>;
  /** After a change of the reader's own projects. */
  refresh(): void;
}

/** The reader's form as a registry row: matched as a coined name, since the reader chose it. */
export function projectOfOwn(own: OwnProject): Project {
  const { symbol, updatedAt, ...rest } = own;
  void updatedAt;
  return { ...rest, nameClass: 'U', ...(symbol ? { symbol } : {}), slugs: {}, sources: ['reader'] };
}

/** Makes the list from the shipped file at `url` and the reader's table; `reading`: match patterns of the default reading sites. */
export function createProjects(env: Env, store: Store, url: string, reading: readonly string[]): Projects {
  let registry: Promise<Result<Project[]>> | null = null;
  let built: Promise<Result<Known>> | null = null;
  const load = async (): Promise<Result<Project[]>> => {
    try {
      return decodeRegistry(await (await env.fetch(url)).json());
    } catch (error) {
      return fail('bad-answer', env.now(), { subject: 'registry.json', detail: String(error).slice(0, 200) });
    }
  };
  const own = () => store.run((db) => db.ownProjects.toArray());
  const build = async (): Promise<Result<Known>> => {
    registry ??= load();
    const [base, mine] = await Promise.all([registry, own()]);
    if (!base.ok) {
      registry = null;
      return base;
    }
    const ownProjects = mine.ok ? mine.value.map(projectOfOwn) : [];
    const projects = mergeOwn(base.value, ownProjects);
    return ok({
      projects,
      byId: new Map(projects.map((project) => [project.id, project])),
      lookup: createLookup(base.value, ownProjects, reading),
      search: indexForSearch(projects),
    });
  };
  const known = async () => {
    built ??= build();
    const mine = built;
    const result = await mine;
    if (!result.ok && built === mine) built = null;
    return result;
  };
  return {
    known,
    own,
    async ownKeys() {
      const mine = await own();
      return mine.ok ? ownKeys(mine.value.map(projectOfOwn)) : [];
    },
    async find(id) {
      const all = await known();
      if (!all.ok) return all;
      const project = all.value.byId.get(id);
      return project ? ok(project) : fail('unknown-project', env.now(), { subject: id });
    },
    refresh() {
      built = null;
    },
  };
}
