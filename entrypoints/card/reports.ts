/** Brings a project's report to the open card: what is at hand first, then what the background reads. */
import type { ProjectReport } from '../../lib/domain/signal.ts';
import type { Failure } from '../../lib/result.ts';
import type { Background } from '../overlay/background.ts';

export interface ReportPatch {
  report?: ProjectReport;
  failure?: Failure | null;
}

export interface Reports {
  /** Looks up what is at hand; never a request to a host. `onKnown` is called only when something is. */
  lookUp(token: number, projectId: string, onKnown: () => void): void;
  /** What the look-up of this dwell brought. */
  at(token: number): ReportPatch;
  /** Reads live for the open card; ends what an earlier card was reading. */
  open(token: number, projectId: string): void;
  close(): void;
}

/** `onPatch` gets each newer state with the token of the dwell that asked for it; the machine says whether it still counts. */
export function createReports(background: Background, onPatch: (token: number, patch: ReportPatch) => void): Reports {
  let found: { token: number; patch: ReportPatch } | null = null;
  let stop = () => {};

  function keep(token: number, patch: ReportPatch): void {
    found = { token, patch: { ...(found?.token === token ? found.patch : {}), ...patch } };
    onPatch(token, patch);
  }
  return {
    lookUp(token, projectId, onKnown) {
      void background.call('report.known', { projectId }).then((answer) => {
        // An older dwell's answer must not displace a newer one's.
        if (found && found.token > token) return;
        if (answer.ok) {
          keep(token, { report: answer.value, failure: null });
          onKnown();
        } else keep(token, { failure: answer.failure });
      });
    },
    at: (token) => (found?.token === token ? found.patch : {}),
    open(token, projectId) {
      stop();
      const close = background.follow(projectId, (report) => keep(token, { report, failure: null }));
      let open = true;
      stop = () => {
        open = false;
        close();
      };
      if (projectId.startsWith('sector:')) return;
      void background.call('report.live', { projectId, reason: 'card' }).then((answer) => {
        if (!open) return;
        if (answer.ok) keep(token, { report: answer.value, failure: null });
        else keep(token, { failure: answer.failure });
      });
    },
    close() {
      stop();
      stop = () => {};
    },
  };
}
