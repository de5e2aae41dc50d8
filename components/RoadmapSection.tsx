/** What the card says of a project's roadmap. */
import { cleanText } from '../lib/domain/clean-text.ts';
import type { RoadmapReport, Signal } from '../lib/domain/signal.ts';
import { DAY_MS } from '../lib/domain/time.ts';
import { Figure } from './Figure.tsx';
import { OuterLink } from './OuterLink.tsx';
import { RoadmapTrack } from './RoadmapTrack.tsx';
import { SignalRow } from './SignalRow.tsx';
import { findSignal } from './signal-words.ts';
import { VerdictHead } from './Verdict.tsx';
import { useWords } from './words.ts';

/** Verdicts under which there are no items to judge: rows of unknowns would say nothing. */
const WITHOUT_ITEMS = ['not checked', 'unreadable', 'removed', 'none found'];

const YEAR_DAYS = 365;
/** Versions this much nearer or further than a year are still a year apart in words. */
const ABOUT_DAYS = 60;

/** "by a median of 40 days", where the days are known and there is something to count. */
function byDays(i18n: ReturnType<typeof useWords>['i18n'], count: Signal, days: Signal): string | undefined {
  if (typeof count.value !== 'number' || count.value === 0 || typeof days.value !== 'number') return undefined;
  return i18n.t('value.by-days', { n: Math.round(days.value) });
}

/** "in a year, median 183 days"; with its day where the versions compared lie closer or further apart. */
function movedNote(i18n: ReturnType<typeof useWords>['i18n'], count: Signal, days: Signal): string | undefined {
  if (typeof count.value !== 'number' || count.value === 0 || typeof days.value !== 'number') return undefined;
  const n = Math.round(days.value);
  const span = count.from && count.to ? (count.to - count.from) / DAY_MS : YEAR_DAYS;
  if (!count.from || Math.abs(span - YEAR_DAYS) <= ABOUT_DAYS) return i18n.t('value.moved-in-year', { n });
  return i18n.t('value.moved-since', { n, date: i18n.date(count.from) });
}

function DatedRow({ report }: { report: RoadmapReport }) {
  const { i18n } = useWords();
  const signal = findSignal(report.signals, 'dated-share');
  if (report.dated === null || report.total === null) return <SignalRow signal={signal} within={report.source} />;
  const of = i18n.t('value.of', { part: report.dated, total: report.total });
  return (
    <SignalRow signal={signal} within={report.source}>
      {of} <Figure signal={signal} class="rm-muted" />
    </SignalRow>
  );
}

/** Where was looked. Each place is set apart: in an Arabic line they would change places, and the line would be cut as one name. */
export function Places({ places }: { places: RoadmapReport['places'] }) {
  const { i18n } = useWords();
  return (
    <p class="rm-muted rm-places">
      {i18n.t('card.places')}
      {places.map(({ label }, i) => [i > 0 && ' · ', <bdi key={label}>{cleanText(label)}</bdi>])}
    </p>
  );
}

function Document({ document }: { document: NonNullable<RoadmapReport['document']> }) {
  const { i18n } = useWords();
  const dates = [document.commitDate, document.removedOn].filter((date) => date !== undefined);
  return (
    <p class="rm-muted rm-document">
      <OuterLink url={document.url}>
        <bdi>{cleanText(document.label)}</bdi>
      </OuterLink>
      {dates.map((date) => ` · ${i18n.date(date)}`)}
    </p>
  );
}

function Rows({ report }: { report: RoadmapReport }) {
  const { i18n } = useWords();
  const overdue = findSignal(report.signals, 'overdue-items');
  const moved = findSignal(report.signals, 'moved-items');
  return (
    <div class="rm-rows">
      <DatedRow report={report} />
      <SignalRow signal={findSignal(report.signals, 'delivered-share')} within={report.source} />
      <SignalRow
        signal={overdue}
        within={report.source}
        note={byDays(i18n, overdue, findSignal(report.signals, 'median-days-overdue'))}
      />
      <SignalRow
        signal={moved}
        within={report.source}
        note={movedNote(i18n, moved, findSignal(report.signals, 'median-days-moved'))}
      />
    </div>
  );
}

export function RoadmapSection({ report }: { report: RoadmapReport }) {
  const { i18n } = useWords();
  const empty = WITHOUT_ITEMS.includes(report.verdict);
  return (
    <section class="rm-part" aria-label={i18n.t('card.roadmap')}>
      <VerdictHead kind="roadmap" verdict={report.verdict} />
      {!empty && <RoadmapTrack stages={report.stages} />}
      {!empty && <Rows report={report} />}
      {report.verdict === 'none found' && <Places places={report.places.slice(0, 5)} />}
      {report.nextPromised ? (
        <p class="rm-next">{i18n.t('card.next', { date: i18n.date(report.nextPromised.end) })}</p>
      ) : null}
      {report.document && <Document document={report.document} />}
    </section>
  );
}
