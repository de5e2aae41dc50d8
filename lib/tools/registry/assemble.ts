/** From collected rows to the projects of the registry: drop, clean, settle, check. Pure; the files are build.ts's job. */
import type { Project } from '../../domain/registry/project.ts';
import { isSector } from '../../domain/registry/sectors.ts';
import { ok, type Result } from '../../result.ts';
import { additionRows } from './add-missing.ts';
import { reasonToDrop } from './drop.ts';
import { HANDLE_OWNERS, ORG_OWNERS, SLUG_OWNERS } from './hand/owners.ts';
import { type Removed, settleNames } from './names.ts';
import type { Ambiguity, SourceRow } from './source-row.ts';
import { orgsOf, type Taken, toProject } from './to-project.ts';
import { checkDomains, losers, lostTickers } from './unique.ts';

export interface Assembled {
  projects: Project[];
  dropped: Removed[];
  removed: Removed[];
}

function takenAway(rows: SourceRow[]): Taken {
  const pairs = (keysOf: (row: SourceRow) => string[]) =>
    rows.flatMap((row) => keysOf(row).map((key): [string, string] => [key, row.id]));
  const slugKeys = (row: SourceRow) =>
    Object.entries(row.slugs).flatMap(([key, slug]) => (slug ? [`${key}:${slug}`] : []));
  const repos = (row: SourceRow) => row.github.filter((entry) => entry.includes('/'));
  return {
    orgs: new Set([...losers(pairs(orgsOf), ORG_OWNERS), ...losers(pairs(repos), {})]),
    handles: losers(
      pairs((row) => (row.x_handle ? [row.x_handle.replace(/^@/, '')] : [])),
      HANDLE_OWNERS,
    ),
    slugs: losers(pairs(slugKeys), SLUG_OWNERS),
    tickers: lostTickers(rows),
  };
}

const describeTaken = (taken: Taken): Removed[] =>
  Object.entries(taken).flatMap(([kind, pairs]: [string, Set<string>]) =>
    [...pairs].map((pair) => {
      const [what, id] = pair.split('\n') as [string, string];
      return { id, what, reason: `another row keeps it (${kind})` };
    }),
  );

/**
 * Projects in the order of their ids, with what was dropped and taken away. Fails with `invalid-input` where two
 * rows claim one domain; the detail names both.
 */
export function assemble(
  collected: SourceRow[],
  ambiguity: Ambiguity,
  words: ReadonlySet<string>,
  contracts: ReadonlyMap<string, string[]>,
): Result<Assembled, 'invalid-input'> {
  const dropped: Removed[] = [];
  const kept = collected.filter((row) => {
    const reason = reasonToDrop(row);
    if (reason) dropped.push({ id: row.id, what: row.name, reason });
    return !reason;
  });
  const rows = [...kept, ...additionRows()]
    // Best known first: they keep what several claim. Ties by id, so that the order of the file does not matter.
    .sort((a, b) => b.sources.length - a.sources.length || (a.id < b.id ? -1 : 1));
  const { names, removed } = settleNames(rows, ambiguity, words);
  const taken = takenAway(rows);
  const projects = rows
    .map((row) => {
      const project = toProject(row, names.get(row.id)!, taken);
      const own = contracts.get(row.id);
      return own ? { ...project, contracts: own } : project;
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const domains = checkDomains(projects);
  if (!domains.ok) return domains;
  const strange = rows.flatMap((row) =>
    row.sector.filter((word) => !isSector(word)).map((what) => ({ id: row.id, what, reason: 'no sector of the list' })),
  );
  const ids = new Set(projects.map((project) => project.id));
  const lost = [...contracts]
    .filter(([id]) => !ids.has(id))
    .map(([id, own]) => ({ id, what: own.join(', '), reason: 'contracts of a project that has no row' }));
  return ok({ projects, dropped, removed: [...removed, ...describeTaken(taken), ...strange, ...lost] });
}
