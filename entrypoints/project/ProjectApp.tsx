/** The project page: every figure with its inputs and evidence, the weekly chart, the roadmap and its ledger, the requests made. */
import { useEffect, useState } from 'preact/hooks';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Freshness } from '../../components/Freshness.tsx';
import { Verdict } from '../../components/Verdict.tsx';
import { verdictWhy } from '../../components/verdict-words.ts';
import { cleanText, safeLink } from '../../lib/domain/clean-text.ts';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { call } from '../kit/client.ts';
import { Nav } from '../kit/Nav.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useCall, usePage } from '../kit/page.tsx';
import { CodeFigures } from './CodeFigures.tsx';
import { CopyMarkdown } from './CopyMarkdown.tsx';
import { Ledger } from './Ledger.tsx';
import { Repositories } from './Repositories.tsx';
import { RequestsMade } from './RequestsMade.tsx';
import { RoadmapFigures } from './RoadmapFigures.tsx';
import { WeeklyChart } from './WeeklyChart.tsx';

/** Known figures at once; live ones replace them when they come. Opening this page is the reader's wish to read. */
function useReport(projectId: string) {
  const known = useCall('report.known', { projectId }, ['report', 'watchlist']);
  const [reading, setReading] = useState(true);
  const { reload } = known;
  async function read(reason: 'page' | 'manual') {
    setReading(true);
    await call('report.live', { projectId, reason });
    await reload();
    setReading(false);
  }
  useEffect(() => void read('page'), [projectId]);
  return { ...known, reading, refresh: () => read('manual') };
}

function Head({ report, reading, onRefresh }: { report: ProjectReport; reading: boolean; onRefresh(): void }) {
  const { i18n } = usePage();
  const [watched, setWatched] = useState(report.watched);
  useEffect(() => setWatched(report.watched), [report.watched]);
  const homepage = safeLink(report.homepage);
  async function toggle() {
    const answer = await call('watch.set', { projectId: report.projectId, watched: !watched });
    if (answer.ok) setWatched(answer.value.watched);
  }
  return (
    <header class="project-head">
      <div class="page-head">
        <h1>
          <bdi>{cleanText(report.name)}</bdi>
        </h1>
        {report.symbol && <span class="muted">{cleanText(report.symbol, 12)}</span>}
        <div class="buttons">
          <button type="button" class="button small" aria-pressed={watched} onClick={toggle}>
            {i18n.t(watched ? 'card.watched' : 'card.watch')}
          </button>
          <button type="button" class="button small" onClick={onRefresh} disabled={reading}>
            {i18n.t('project.refresh')}
          </button>
          <CopyMarkdown report={report} />
        </div>
      </div>
      <p class="muted">
        {report.sectors.map((s) => i18n.maybe(`sector.${s}`) ?? s).join(' · ')}
        {homepage && (
          <>
            {' · '}
            <a href={homepage} target="_blank" rel="noreferrer noopener">
              {new URL(homepage).host}
            </a>
          </>
        )}
      </p>
      <ul class="verdicts">
        <li>
          <Verdict kind="code" verdict={report.code.verdict} />{' '}
          <span class="muted">{verdictWhy(i18n, 'code', report.code.verdict)}</span>
        </li>
        <li>
          <Verdict kind="roadmap" verdict={report.roadmap.verdict} />{' '}
          <span class="muted">{verdictWhy(i18n, 'roadmap', report.roadmap.verdict)}</span>
        </li>
      </ul>
      <Freshness
        asOf={report.code.asOf}
        source={report.code.source}
        confidence={report.code.confidence}
        reading={reading}
        budget={report.budget}
      />
    </header>
  );
}

export function ProjectApp() {
  const { i18n } = usePage();
  const projectId = new URLSearchParams(location.search).get('id') ?? '';
  const { value: report, failure, loading, reload, reading, refresh } = useReport(projectId);
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
            <Head report={report} reading={reading} onRefresh={refresh} />
            {report.failures.length > 0 && <FailureNotice failures={report.failures} keptAsOf={report.code.asOf} />}
            <WeeklyChart report={report} />
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
