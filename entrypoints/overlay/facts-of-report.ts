/** What a badge shows of a report that just came. */
import type { ProjectReport } from '../../lib/domain/signal.ts';
import type { BadgeFacts } from '../../lib/protocol.ts';

/** The badge's facts out of a whole report; what is unknown stays null. */
export function factsOf(report: ProjectReport): BadgeFacts {
  const value = (id: string) => report.code.signals.find((signal) => signal.id === id)?.value;
  const number = (id: string) => {
    const found = value(id);
    return typeof found === 'number' ? found : null;
  };
  return {
    projectId: report.projectId,
    name: report.name,
    codeVerdict: report.code.verdict,
    roadmapVerdict: report.roadmap.verdict,
    activeDevelopers: number('active-developers'),
    drawdown: number('drawdown'),
    asOf: report.code.asOf,
  };
}
