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

/** Who is told of each newer state, project by project. */
class Followers {
  private readonly all = new Map<string, Set<(report: ProjectReport) => void>>();

  has(id: string): boolean {
    return this.all.has(id);
  }

  tell(report: ProjectReport): void {
    for (const onReport of this.all.get(report.projectId) ?? []) onReport(report);
  }

  add(id: string, onReport: (report: ProjectReport) => void): () => void {
    const listening = this.all.get(id) ?? new Set();
    this.all.set(id, listening.add(onReport));
    return () => {
      listening.delete(onReport);
      if (listening.size === 0) this.all.delete(id);
    };
  }
}

/** One way of a project's reading, from its job to its report. */
class Course {
  private readonly parts: ReportParts;
  readonly followers = new Followers();
  /** Failures of the last flight, until the next: memory only, for they say how the line was. */
  readonly lastFailures = new Map<string, Failure[]>();

  constructor(parts: ReportParts) {
    this.parts = parts;
  }

  failuresOf(id: string): Failure[] {
    return this.lastFailures.get(id) ?? [];
  }

  /** Reads what is stale, whatever it takes; `forReader` says now and then whether somebody waits for it. */
  async fly(project: Project, reason: ReadReason, forReader: () => boolean): Promise<Result<ProjectReport>> {
    const { jobs, env } = this.parts;
    const key = jobKey(project.id);
    // Written before the first request: a worker killed in the middle is followed up by the next one.
    await jobs.put({ key, kind: 'read', projectId: project.id, reason, nextAt: env.now() });
    if (!(await jobs.hold(key))) {
      // Another window's worker reads it at this moment; what it stores is what we show.
      return ok(await compose(this.parts, project, 'loading', []));
    }
    const end = await this.readToTheEnd(project, reason, forReader);
    if (end.goOnAt === null) await jobs.done(key);
    else await jobs.postpone(key, Math.max(end.goOnAt, env.now()));
    this.parts.onJobs?.();
    return ok(await this.land(project, end.failures));
  }

  /** Short waits (2, 5, 15 s while GitHub computes) are sat out; longer ones become the job's next time. */
  private async readToTheEnd(project: Project, reason: ReadReason, forReader: () => boolean) {
    const { jobs, env } = this.parts;
    let end = await this.readOnce(project, reason, forReader);
    while (end.goOnAt !== null && end.failures.every((f) => f.kind !== 'rate-limited')) {
      const wait = end.goOnAt - env.now();
      if (wait > LONGEST_SLEEP_MS) break;
      await jobs.renew(jobKey(project.id));
      await env.wait(Math.max(0, wait));
      end = await this.readOnce(project, reason, forReader);
    }
    return end;
  }

  private async readOnce(project: Project, reason: ReadReason, forReader: () => boolean) {
    const { parts } = this;
    const hasToken = await parts.hasToken();
    const run = {
      env: parts.env,
      cache: parts.cache,
      github: queued(parts.github, parts.scheduler, forReader),
      projectId: project.id,
      hasToken,
      reason,
      roadmap: parts.roadmap,
      snapshot: await snapshotOf(parts, project.id),
      onStep: async () => {
        await parts.jobs.renew(jobKey(project.id));
        await this.tell(project, 'loading');
      },
    };
    return readProject(run, project);
  }

  /** Tells how it ended, and keeps the report for `recompute`. */
  private async land(project: Project, failures: Failure[]): Promise<ProjectReport> {
    this.lastFailures.set(project.id, failures);
    const progress = failures.length > 0 ? 'failed' : 'live';
    await this.tell(project, progress);
    const report = await compose(this.parts, project, progress, failures);
    const value: Shown = { passing: failures, code: report.code };
    await this.parts.cache.put({
      ...{ key: shownKey(project.id), request: 'computed', etag: null },
      ...{ readAt: report.at, value },
    });
    return report;
  }

  private async tell(project: Project, progress: ProjectReport['progress']): Promise<void> {
    if (!this.followers.has(project.id)) return;
    this.followers.tell(await compose(this.parts, project, progress, this.failuresOf(project.id)));
  }
}

/** One flight per project: who comes while it is on its way waits for the same. */
function flightsOf({ env, projects }: ReportParts, course: Course) {
  const flights = new Map<string, Flight>();
  const live = async (id: string, reason: ReadReason): Promise<Result<ProjectReport>> => {
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
    flight.done = course.fly(project.value, reason, () => flight.forReader).finally(() => flights.delete(id));
    return flight.done;
  };
  return { live, isFlying: (id: string) => flights.has(id) };
}

/** Makes the reports over their parts. */
export function createReports(parts: ReportParts): Reports {
  const { env, cache, projects } = parts;
  const course = new Course(parts);
  const flights = flightsOf(parts, course);
  return {
    async known(id) {
      if (isSectorId(id)) return sectorReport(parts, id);
      const project = await projects.find(id);
      if (!project.ok) return project;
      const progress = flights.isFlying(id) ? 'loading' : 'known';
      return ok(await compose(parts, project.value, progress, course.failuresOf(id)));
    },
    live: async (id, reason) => (isSectorId(id) ? sectorReport(parts, id) : flights.live(id, reason)),
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
    follow: (id, onReport) => course.followers.add(id, onReport),
  };
}

/** The last live report, for recompute. */
interface Shown {
  passing: Failure[];
  code: CodeReport;
}
const shownKey = (id: string) => `report:${id}`;
