/** The sweep over the watchlist's projects: which repositories they are, and whose roadmap needs no look either. */
import type { Project } from '../domain/registry/project.ts';
import type { Env } from '../env.ts';
import type { Cache } from '../io/cache.ts';
import type { GitHub } from '../io/github/client.ts';
import type { Failure } from '../result.ts';
import type { Projects } from './projects.ts';
import { knownRepos } from './read-project.ts';
import type { RoadmapReader } from './roadmap-reader.ts';
import { queued, type Scheduler } from './scheduler.ts';
import { sweep } from './sweep.ts';

export interface SweepParts {
  env: Env;
  cache: Cache;
  github: GitHub;
  scheduler: Scheduler;
  projects: Projects;
  roadmap: RoadmapReader;
}

/** Makes the sweep of projects by id. It is background work; a project whose repositories are not chosen yet is left to its own reading. */
export function createWatchSweep(parts: SweepParts): (ids: readonly string[]) => Promise<Failure[]> {
  const { env, cache, projects, roadmap } = parts;
  const github = queued(parts.github, parts.scheduler, () => false);
  return async (ids) => {
    const read: { project: Project; repos: string[] }[] = [];
    for (const id of ids) {
      const project = await projects.find(id);
      if (!project.ok) continue;
      const { repos } = await knownRepos(cache, project.value, true);
      if (repos.length > 0) read.push({ project: project.value, repos });
    }
    const all = [...new Set(read.flatMap(({ repos }) => repos))];
    const onStep = async () => {};
    const run = { env, cache, github, projectId: null, hasToken: true, statistics: 'lacking' as const, onStep };
    const wishes = read.map(({ project, repos }) => ({ repos, address: project.roadmap, depth: 'card' as const }));
    const { failures, quiet } = await sweep(run, all, wishes);
    for (const { project, repos } of read) if (repos.every((repo) => quiet.has(repo))) await roadmap.confirm(project);
    return failures;
  };
}
