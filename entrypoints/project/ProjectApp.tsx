/** The project page: every figure with its inputs and evidence, the weekly charts, the roadmap and its ledger, the requests made. */
import { useEffect, useState } from 'preact/hooks';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { cleanText } from '../../lib/domain/clean-text.ts';
import { call } from '../kit/client.ts';
import { Nav } from '../kit/Nav.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useCall, usePage } from '../kit/page.tsx';
import { CodeFigures } from './CodeFigures.tsx';
import { Ledger } from './Ledger.tsx';
import { People } from './People.tsx';
import { ProjectHead } from './ProjectHead.tsx';
import { Releases } from './Releases.tsx';
import { Repositories } from './Repositories.tsx';
import { RequestsMade } from './RequestsMade.tsx';
import { RoadmapFigures } from './RoadmapFigures.tsx';
import { WeeklyChart } from './WeeklyChart.tsx';

/** Known figures at once; live ones replace them when they come. Opening this page is the reader's wish to read. */
function useReport(projectId: string) {
  const known = useCall('report.known', { projectId }, ['report', 'watchlist']);
  const history = useCall('report.history', { projectId }, ['report']);
  const [reading, setReading] = useState(true);
  const { reload } = known;
  async function read(reason: 'page' | 'manual') {
    setReading(true);
    await call('report.live', { projectId, reason });
    await reload();
    setReading(false);
  }
  useEffect(() => void read('page'), [projectId]);
  return { ...known, history: history.value, reading, refresh: () => read('manual') };
}

export function ProjectApp() {
  const { i18n } = usePage();
  const projectId = new URLSearchParams(location.search).get('id') ?? '';
  const { value: report, history, failure, loading, reload, reading, refresh } = useReport(projectId);
  useEffect(() => {
    if (report) document.title = `${cleanText(report.name)} · Roadmark`;
  }, [report]);
  return (
    <div class="page">
      <Nav here="project" />
      <main>
        {loading && !report && (
          <>
            <h1 class="visually-hidden">{i18n.t('project.title')}</h1>
            <p role="status">{i18n.t('page.loading')}</p>
          </>
        )}
        {failure && !report && (
          <>
            <h1>{i18n.t('project.title')}</h1>
            <Notice failure={failure} onRetry={reload} />
          </>
        )}
        {report && (
          <>
            <ProjectHead report={report} reading={reading} onRefresh={refresh} />
            {report.failures.length > 0 && <FailureNotice failures={report.failures} keptAsOf={report.code.asOf} />}
            <WeeklyChart report={report} history={history} />
            <div class="pair">
              <People report={report.code} />
              <Releases report={report.code} />
            </div>
            <CodeFigures report={report} />
            <RoadmapFigures report={report.roadmap} />
            <Ledger report={report.roadmap} />
            <Repositories report={report} />
            <RequestsMade projectId={projectId} />
          </>
        )}
      </main>
    </div>
  );
}
