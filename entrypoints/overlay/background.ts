/** The background as overlay and card see it. */
import type { ProjectReport } from '../../lib/domain/signal.ts';
import type { CallName, CallRequest, CallResult } from '../../lib/protocol.ts';

export type CallFn = <N extends CallName>(name: N, request: CallRequest<N>) => Promise<CallResult<N>>;

export interface Background {
  call: CallFn;
  /** Opens the report port for a project; returns how to close it. */
  follow(projectId: string, onReport: (report: ProjectReport) => void): () => void;
  /** False once the extension was updated or removed under this page. */
  isAlive(): boolean;
}
