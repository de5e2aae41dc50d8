/** The head of a project's page: who it is, both verdicts and why, how fresh that is, and what can be done. */
import { useEffect, useState } from 'preact/hooks';
import { Freshness } from '../../components/Freshness.tsx';
import type { MarkKind } from '../../components/mark-shapes.ts';
import { Verdict } from '../../components/Verdict.tsx';
import { verdictWhy } from '../../components/verdict-why.ts';
import { cleanText } from '../../lib/domain/clean-text.ts';
import { safeLink } from '../../lib/domain/safe-link.ts';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { call } from '../kit/client.ts';
import { usePage } from '../kit/page.tsx';
import { CopyMarkdown } from './CopyMarkdown.tsx';

function VerdictLine({ kind, verdict }: { kind: MarkKind; verdict: string }) {
  const { i18n } = usePage();
  return (
    <li>
      <h2>{i18n.t(`card.${kind}`)}</h2>
      <p>
        <Verdict kind={kind} verdict={verdict} />
      </p>
      <p class="muted">{verdictWhy(i18n, kind, verdict)}</p>
    </li>
  );
}

function Buttons({ report, reading, onRefresh }: HeadProps) {
  const { i18n } = usePage();
  const [watched, setWatched] = useState(report.watched);
  useEffect(() => setWatched(report.watched), [report.watched]);
  async function toggle() {
    const answer = await call('watch.set', { projectId: report.projectId, watched: !watched });
    if (answer.ok) setWatched(answer.value.watched);
  }
  return (
    <div class="buttons">
      <button type="button" class="button small" aria-pressed={watched} onClick={toggle}>
        {i18n.t(watched ? 'card.watched' : 'card.watch')}
      </button>
      <button type="button" class="button small" onClick={onRefresh} disabled={reading}>
        {i18n.t('project.refresh')}
      </button>
      <CopyMarkdown report={report} />
    </div>
  );
}

/** The parts of the page, for a reader who looks for one of them. */
const PARTS = [
  ['weekly', 'project.weekly'],
  ['code', 'card.code'],
  ['roadmap', 'card.roadmap'],
  ['ledger', 'project.ledger'],
  ['repos', 'project.repos'],
  ['requests', 'project.requests'],
] as const;

function Jumps() {
  const { i18n } = usePage();
  return (
    <nav class="jumps" aria-label={i18n.t('project.jumps')}>
      {PARTS.map(([id, words]) => (
        <a key={id} href={`#${id}`}>
          {i18n.t(words)}
        </a>
      ))}
    </nav>
  );
}

interface HeadProps {
  report: ProjectReport;
  reading: boolean;
  onRefresh(): void;
}

export function ProjectHead(props: HeadProps) {
  const { i18n } = usePage();
  const { report, reading } = props;
  const homepage = safeLink(report.homepage);
  const { asOf, source, confidence } = report.code;
  return (
    <header class="project-head">
      <div class="page-head">
        <h1>
          <bdi>{cleanText(report.name)}</bdi>
        </h1>
        {report.symbol && <span class="muted">{cleanText(report.symbol, 12)}</span>}
        <Buttons {...props} />
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
      <ul class="sheet verdicts">
        <VerdictLine kind="code" verdict={report.code.verdict} />
        <VerdictLine kind="roadmap" verdict={report.roadmap.verdict} />
      </ul>
      <Freshness asOf={asOf} source={source} confidence={confidence} reading={reading} budget={report.budget} />
      <Jumps />
    </header>
  );
}
