/** Roadmap pages that the reader had open: kept as visits on the device, the reader's own and never dropped; read again as versions. */
import * as v from 'valibot';
import { type Visit, VisitSchema } from '../domain/keep/reader-data.ts';
import type { Project } from '../domain/registry/project.ts';
import type { RoadmapVersion } from '../domain/roadmap/ledger.ts';
import { roadmapReport } from '../domain/roadmap/report.ts';
import type { ReleaseFact } from '../domain/roadmap/report-input.ts';
import { isoDay } from '../domain/roadmap/rubric.ts';
import { pageLabel, parsedVisit, tellingVisits, versionsOfVisits } from '../domain/roadmap/visits.ts';
import type { RoadmapReport } from '../domain/signal.ts';
import type { RoadmarkDb, Store } from '../io/db.ts';
import type { RoadmapFacts } from '../io/roadmap-sources.ts';
import { fail, ok, type Result } from '../result.ts';

/** The visits to the page seen last, newest first; empty where there was none, or where the database can't be read. */
export async function pageVersions(store: Store, projectId: string): Promise<RoadmapVersion[]> {
  const read = await store.run((db) => db.visits.where('projectId').equals(projectId).toArray());
  return read.ok ? versionsOfVisits(read.value) : [];
}

/** What the page said when the reader was there last, against earlier visits. `seen` is not empty. */
export function pageReport(
  seen: RoadmapVersion[],
  more: { facts: RoadmapFacts | undefined; releases: ReleaseFact[] | null; now: number; live: boolean },
): RoadmapReport {
  const [latest, ...versions] = seen as [RoadmapVersion, ...RoadmapVersion[]];
  const { facts, releases, now, live } = more;
  const url = latest.url ?? '';
  const label = pageLabel(url);
  return roadmapReport({
    ...{ now, live, releases, versions, checked: true, source: 'page', unreadable: false },
    ...{ versionCount: seen.length, itemsChangedOn: null, milestones: facts?.milestones ?? null },
    places: [...(facts?.places ?? []), { label, url, found: true }],
    document: { label, url, commitDate: latest.date, readAt: Date.parse(latest.date), inGit: false },
    parsed: parsedVisit(latest),
  });
}

/** `https://docs.uniswap.org/roadmap` belongs to uniswap.org; `host/path` domains ask for the path too. */
export function isOwnPage(project: Project, address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  return project.domains.some((domain) => {
    const [host = '', ...path] = domain.split('/');
    const sameHost = url.hostname === host || url.hostname.endsWith(`.${host}`);
    return sameHost && (!path.length || `${url.pathname}/`.startsWith(`/${path.join('/')}/`));
  });
}

/** Writes a visit and drops those of its page that tell nothing more. */
async function putVisit(db: RoadmarkDb, visit: Visit): Promise<void> {
  const { projectId, url, day } = visit;
  const there = await db.visits.where('projectId').equals(projectId).toArray();
  const ofPage = there.filter((one) => one.url === url && one.day !== day);
  const telling = new Set(tellingVisits([...ofPage, visit]));
  const over = ofPage.filter((one) => !telling.has(one));
  await db.visits.bulkDelete(over.map((one) => [one.projectId, one.url, one.day]));
  await db.visits.put(visit);
}

/** Keeps one row per page and day, the day's last state; of equal days in a row the first and the last. False: the address is not the project's own, and nothing is kept. */
export async function keepVisit(
  store: Store,
  at: number,
  project: Project,
  seen: { url: string; items: Visit['items'] },
): Promise<Result<{ kept: boolean }>> {
  if (!isOwnPage(project, seen.url)) return ok({ kept: false });
  const { origin, pathname } = new URL(seen.url);
  const visit = { projectId: project.id, url: origin + pathname, day: isoDay(at), items: seen.items };
  const checked = v.safeParse(VisitSchema, visit);
  if (!checked.success) return fail('invalid-input', at, { detail: checked.issues[0]?.message ?? 'visit' });
  const written = await store.run((db) => db.transaction('rw', db.visits, () => putVisit(db, checked.output)));
  return written.ok ? ok({ kept: true }) : written;
}
