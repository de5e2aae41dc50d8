/** The roadmap: stage track, rubric and every item as it stands in the source. */

import { dateWords } from '../../components/date-words.ts';
import { OuterLink } from '../../components/OuterLink.tsx';
import { Places } from '../../components/RoadmapSection.tsx';
import { RoadmapTrack } from '../../components/RoadmapTrack.tsx';
import { cleanText } from '../../lib/domain/clean-text.ts';
import type { RoadmapItem, RoadmapReport } from '../../lib/domain/signal.ts';
import { usePage } from '../kit/page.tsx';
import { SignalTable } from './SignalTable.tsx';

/** Items shown before the reader asks for all: a roadmap of 10,000 lines must not freeze the page. */
const FIRST = 40;

function ItemLine({ item, url }: { item: RoadmapItem; url: string | undefined }) {
  const { i18n } = usePage();
  const line = url ? `${url}#L${item.line}` : undefined;
  return (
    <li>
      <span class={`status status-${item.status}`}>{i18n.maybe(`stage.${item.status}`) ?? item.status}</span>{' '}
      <bdi>{cleanText(item.title, 200)}</bdi>{' '}
      <span class="muted">
        {item.date.end
          ? dateWords(i18n, item.date)
          : item.dateText
            ? cleanText(item.dateText, 60)
            : i18n.t('stage.undated')}
        {' · '}
        <OuterLink url={line}>{i18n.t('card.line', { line: item.line })}</OuterLink>
      </span>
    </li>
  );
}

export function RoadmapFigures({ report }: { report: RoadmapReport }) {
  const { i18n } = usePage();
  const url = report.document?.url;
  const shown = report.items.slice(0, FIRST);
  const rest = report.items.slice(FIRST);
  return (
    <section class="sheet" id="roadmap">
      <h2 id="roadmap-title">{i18n.t('card.roadmap')}</h2>
      {report.document && (
        <p class="muted small-print">
          <bdi>{cleanText(report.document.label)}</bdi>
          {report.document.commitDate &&
            ` · ${i18n.t('project.asOfCommit', { date: i18n.date(report.document.commitDate) })}`}
          {report.document.removedOn &&
            ` · ${i18n.t('project.removedOn', { date: i18n.date(report.document.removedOn) })}`}
        </p>
      )}
      {report.items.length > 0 && (
        <div class="rm-track-wide">
          <RoadmapTrack stages={report.stages} isWide />
        </div>
      )}
      {report.places.length > 0 && <Places places={report.places} />}
      <SignalTable signals={report.signals} labelledBy="roadmap-title" />
      {report.items.length > 0 && (
        <>
          <h3 class="items-title">{i18n.t('project.items')}</h3>
          <ul class="items">
            {shown.map((item) => (
              <ItemLine key={`${item.line}-${item.title}`} item={item} url={url} />
            ))}
          </ul>
          {rest.length > 0 && (
            <details>
              <summary>{i18n.t('project.moreItems', { n: rest.length })}</summary>
              <ul class="items">
                {rest.map((item) => (
                  <ItemLine key={`${item.line}-${item.title}`} item={item} url={url} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
