/** The card: its shell stands at once with the name; figures come as they are known and keep their age. */
import { cleanText } from '../lib/domain/clean-text.ts';
import type { ProjectReport } from '../lib/domain/signal.ts';
import type { Failure } from '../lib/result.ts';
import { CardActions, type CardCallbacks } from './CardActions.tsx';
import { CodeSection, knownBaseline, sectorName } from './CodeSection.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { Freshness } from './Freshness.tsx';
import { Raw } from './Raw.tsx';
import { RoadmapSection } from './RoadmapSection.tsx';
import { Sparkline } from './Sparkline.tsx';
import { type CardReason, WhyMatch } from './WhyMatch.tsx';
import { useWords } from './words.ts';

export type { CardReason } from './WhyMatch.tsx';

export interface ProjectCardProps {
  projectId: string;
  /** Name to show until the report brings the one on record. */
  name: string;
  reason: CardReason;
  report: ProjectReport | null;
  /** Why there is no report, or no newer one. */
  failure: Failure | null;
  /** Id for the dialog's aria-labelledby. */
  titleId: string;
  on: CardCallbacks;
}

function Head({ props, sector }: { props: ProjectCardProps; sector: boolean }) {
  const words = useWords();
  const { report } = props;
  const symbol = report?.symbol ? cleanText(report.symbol, 12) : '';
  const sectors = (report?.sectors ?? []).slice(0, 3).map((id) => cleanText(sectorName(words.i18n, id), 40));
  return (
    <header class="rm-head">
      <div class="rm-title-line">
        <h2 id={props.titleId} class="rm-title">
          <bdi>{sector ? sectorName(words.i18n, props.projectId) : cleanText(report?.name ?? props.name)}</bdi>
        </h2>
        {symbol && <span class="rm-symbol">{symbol}</span>}
        <button type="button" class="rm-close" aria-label={words.i18n.t('card.close')} onClick={props.on.onClose}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />
          </svg>
        </button>
      </div>
      {sectors.length > 0 && !sector ? <p class="rm-sectors">{words.i18n.list(sectors)}</p> : null}
      <WhyMatch reason={props.reason} />
    </header>
  );
}

/** A sector or idea ("restaking"): its name and how its projects stand as a group. */
function SectorBody({ report }: { report: ProjectReport | null }) {
  const { i18n } = useWords();
  const found = knownBaseline(report?.baselines);
  if (!found) return <p class="rm-part">{i18n.t('card.sector-unknown')}</p>;
  const { median, q1, q3, n, asOf } = found;
  const quartiles = q1 !== null && i18n.t('card.sector-middle', { q1: i18n.percent(q1), q3: i18n.percent(q3 ?? q1) });
  return (
    <section class="rm-part">
      <div class="rm-headline">
        <Raw class="rm-big" id="drawdown" value={median}>
          {i18n.percent(median)}
        </Raw>
        <Sparkline series={report?.code.series} />
      </div>
      <p class="rm-muted">
        {i18n.t('card.sector-about', { n, date: i18n.date(asOf) })} {quartiles}
      </p>
    </section>
  );
}

/** Grey bars where figures will stand, so that the card does not jump when they come. */
function Waiting() {
  const { i18n } = useWords();
  return (
    <div class="rm-part rm-waiting" role="status">
      <span class="rm-sr">{i18n.t('card.loading')}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

function Body({ report }: { report: ProjectReport }) {
  return (
    <>
      {report.failures.length > 0 ? <FailureNotice failures={report.failures} keptAsOf={report.code.asOf} /> : null}
      <CodeSection report={report.code} baselines={report.baselines} />
      <RoadmapSection report={report.roadmap} />
    </>
  );
}

/** Where the figures are from: once, or for each part where the two differ in source or, as far as a reader is told, in age. */
function Foot({ report }: { report: ProjectReport }) {
  const { i18n, now } = useWords();
  const { asOf, source, confidence } = report.code;
  const { roadmap } = report;
  const age = (at: number | null) => at !== null && i18n.ago(at, now);
  const differs = roadmap.source !== 'none' && (roadmap.source !== source || age(roadmap.asOf) !== age(asOf));
  return (
    <div class="rm-foot">
      <Freshness
        asOf={asOf}
        source={source}
        of={differs ? i18n.t('card.code') : ''}
        confidence={confidence}
        reading={report.progress === 'loading'}
        budget={report.budget}
      />
      {differs && <Freshness asOf={roadmap.asOf} source={roadmap.source} of={i18n.t('card.roadmap')} />}
    </div>
  );
}

export function ProjectCard(props: ProjectCardProps) {
  const { report, failure } = props;
  const sector = props.projectId.startsWith('sector:');
  return (
    <article class="rm-card">
      <Head props={props} sector={sector} />
      <div class="rm-body">
        {failure && !sector ? <FailureNotice failures={[failure]} keptAsOf={report ? report.code.asOf : null} /> : null}
        {sector ? <SectorBody report={report} /> : report ? <Body report={report} /> : null}
        {!sector && !report && !failure ? <Waiting /> : null}
      </div>
      {report && !sector ? <Foot report={report} /> : null}
      <CardActions watched={sector ? null : (report?.watched ?? false)} on={props.on} />
    </article>
  );
}
