/**
 * A project's report: what is at hand at once, what GitHub says after that. One flight per project however many cards, pages
 * and alarms wait for it; a flight that the reader joins is moved to the front of the queue.
 */
import { codeReport } from '../domain/activity/code-report.ts';
import { wholeHistory } from '../domain/activity/history.ts';
import { recompute } from '../domain/activity/recompute.ts';
import { isSectorId } from '../domain/detect/sectors.ts';
import { LONGEST_SLEEP_MS } from '../domain/freshness.ts';
import type { Project } from '../domain/registry/project.ts';
import type { CodeReport, ProjectReport, SignalId, WeeklySeries } from '../domain/signal.ts';
import type { GitHub } from '../io/github/client.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { type ComposeParts, compose, inputOf, sectorReport, snapshotOf } from './compose-report.ts';
import type { Jobs } from './jobs.ts';
import type { Projects } from './projects.ts';
import { isDeep, readProject } from './read-project.ts';
import type { ReadReason } from './read-reason.ts';
import { queued, type Scheduler } from './scheduler.ts';

export interface ReportParts extends ComposeParts {
  jobs: Jobs;
  scheduler: Scheduler;
  github: GitHub;
  projects: Projects;
  /** A job was queued or changed: the alarm should be set to it. */
  onJobs?(): void;
}

export interface Reports {
  /** From snapshot, cache and memory; never a request. */
  known(id: string): Promise<Result<ProjectReport>>;
  /** Reads what is stale; resolves when done or failed. `watch` is background work. */
  live(id: string, reason: ReadReason): Promise<Result<ProjectReport>>;
  /** Derives each figure of the last live report again from stored facts, at that report's own time. Never a request. */
  recompute(id: string): Promise<Result<{ id: SignalId; equal: boolean }[]>>;
  /** Weekly figures since the first commit; null where the report's own series is all that is known. Never a request. */
  history(id: string): Promise<Result<WeeklySeries | null>>;
  /** Calls `onReport` with each newer state; returns how to stop. */
  follow(id: string, onReport: (report: ProjectReport) => void): () => void;
}

interface Flight {
  forReader: boolean;
  deep: boolean;
  done: Promise<Result<ProjectReport>>;
}

/** Key of the job that reads a project. */
export const jobKey = (projectId: string) => `read:${projectId}`;

/** Makes the reports over their parts. */
export function createReports(parts: ReportParts): Reports {
  const { env, cache, jobs, projects } = parts;
  const flights = new Map<string, Flight>();
  const followers = new Map<string, Set<(report: ProjectReport) => void>>();
  /** Failures of the last flight, until the next: memory only, for they say how the line was. */
  const lastFailures = new Map<string, Failure[]>();

  const tell = async (project: Project, progress: ProjectReport['progress']) => {
    const listening = followers.get(project.id);
    if (!listening?.size) return;
    const report = await compose(parts, project, progress, lastFailures.get(project.id) ?? []);
    for (const onReport of listening) onReport(report);
  };

  const flyOnce = async (project: Project, reason: ReadReason, forReader: () => boolean) => {
    const hasToken = await parts.hasToken();
    const run = {
      env,
      cache,
      github: queued(parts.github, parts.scheduler, forReader),
      projectId: project.id,
      hasToken,
      reason,
      roadmap: parts.roadmap,
      snapshot: await snapshotOf(parts, project.id),
      onStep: async () => {
        await jobs.renew(jobKey(project.id));
        await tell(project, 'loading');
      },
    };
    return readProject(run, project);
  };

  const fly = async (project: Project, reason: ReadReason, forReader: () => boolean) => {
    const key = jobKey(project.id);
    // Written before the first request: a worker killed in the middle is followed up by the next one.
    await jobs.put({ key, kind: 'read', projectId: project.id, reason, nextAt: env.now() });
    if (!(await jobs.hold(key))) {
      // Another window's worker reads it at this moment; what it stores is what we show.
      return ok(await compose(parts, project, 'loading', []));
    }
    let end = await flyOnce(project, reason, forReader);
    // Short waits (2, 5, 15 s while GitHub computes) are sat out; longer ones become the job's next time.
    while (end.goOnAt !== null && end.failures.every((f) => f.kind !== 'rate-limited')) {
      const wait = end.goOnAt - env.now();
      if (wait > LONGEST_SLEEP_MS) break;
      await jobs.renew(key);
      await env.wait(Math.max(0, wait));
      end = await flyOnce(project, reason, forReader);
    }
    if (end.goOnAt === null) await jobs.done(key);
    else await jobs.postpone(key, Math.max(end.goOnAt, env.now()));
    parts.onJobs?.();
    lastFailures.set(project.id, end.failures);
    const progress = end.failures.length > 0 ? 'failed' : 'live';
    await tell(project, progress);
    const report = await compose(parts, project, progress, end.failures);
    const shown: Shown = { passing: end.failures, code: report.code };
    await cache.put({ key: shownKey(project.id), request: 'computed', etag: null, readAt: report.at, value: shown });
    return ok(report);
  };

  const live: Reports['live'] = async (id, reason) => {
    if (isSectorId(id)) return sectorReport(parts, id);
    const project = await projects.find(id);
    if (!project.ok) return project;
    const forReader = reason !== 'watch';
    const running = flights.get(id);
    if (running) {
      running.forReader ||= forReader;
      // A page that opens while a card's short reading runs gets its own after it.
      return isDeep(reason) && !running.deep ? running.done.then(() => live(id, reason)) : running.done;
    }
    const flight: Flight = { forReader, deep: isDeep(reason), done: Promise.resolve(fail('bug', env.now())) };
    flights.set(id, flight);
    flight.done = fly(project.value, reason, () => flight.forReader).finally(() => flights.delete(id));
    return flight.done;
  };

  return {
    async known(id) {
      if (isSectorId(id)) return sectorReport(parts, id);
      const project = await projects.find(id);
      if (!project.ok) return project;
      const progress = flights.has(id) ? 'loading' : 'known';
      return ok(await compose(parts, project.value, progress, lastFailures.get(id) ?? []));
    },
    live,
    async recompute(id) {
      const project = await projects.find(id);
      if (!project.ok) return project;
      const row = await cache.get(shownKey(id));
      const shown = row?.value as Shown | undefined;
      const { input } = await inputOf(parts, project.value, row?.readAt ?? env.now(), shown?.passing ?? []);
      const figures = recompute(input, shown?.code ?? codeReport(input));
      return ok(figures.map(({ id: signal, equal }) => ({ id: signal, equal })));
    },
    async history(id) {
      if (isSectorId(id)) return ok(null);
      const project = await projects.find(id);
      if (!project.ok) return project;
      const { input } = await inputOf(parts, project.value, env.now(), []);
      return ok(wholeHistory(input));
    },
    follow(id, onReport) {
      const listening = followers.get(id) ?? new Set();
      followers.set(id, listening.add(onReport));
      return () => {
        listening.delete(onReport);
        if (listening.size === 0) followers.delete(id);
      };
    },
  };
}

/** The last live report, for recompute. */
interface Shown {
  passing: Failure[];
  code: CodeReport;
}
const shownKey = (id: string) => `report:${id}`;
