/** The promise ledger: each promise with the way of its date on one time line, and every move with the version that did it. */
import { dateWords } from '../../components/date-words.ts';
import { cleanText } from '../../lib/domain/clean-text.ts';
import { deadlinesOf, type PromiseWay, promiseWays } from '../../lib/domain/roadmap/promises.ts';
import { safeLink } from '../../lib/domain/safe-link.ts';
import type { LedgerMove, RoadmapReport } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { usePage } from '../kit/page.tsx';

/** Room at either end of the line, so that the first and last mark stand clear of the edge. */
const MARGIN_DAYS = 45;
/** Promises shown before the reader asks for all. */
const FIRST = 40;

interface Scale {
  at(time: number): number;
  from: number;
  to: number;
}
/** Percent of the line's width for a time. */
function scaleOf(ways: PromiseWay[], now: number): Scale {
  const times = [...ways.flatMap(deadlinesOf).map((day) => Date.parse(day)), now];
  const from = Math.min(...times) - MARGIN_DAYS * DAY_MS;
  const to = Math.max(...times) + MARGIN_DAYS * DAY_MS;
  return { from, to, at: (time) => ((time - from) / (to - from)) * 100 };
}
const start = (percent: number) => ({ insetInlineStart: `${percent}%` });

/** Years along the line, and today. */
function Axis({ scale, now }: { scale: Scale; now: number }) {
  const { i18n } = usePage();
  const first = new Date(scale.from).getUTCFullYear() + 1;
  const last = new Date(scale.to).getUTCFullYear();
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return (
    <div class="way-axis muted" aria-hidden="true">
      {years.map((year) => (
        <span key={year} class="way-year" style={start(scale.at(Date.UTC(year, 0, 1)))}>
          {i18n.date(Date.UTC(year, 6, 1), 'year')}
        </span>
      ))}
      <span class="way-now" style={start(scale.at(now))}>
        {i18n.t('project.ledger.today')}
      </span>
    </div>
  );
}

/** Where the promise stood, and where it stands. */
function Way({ way, scale, now }: { way: PromiseWay; scale: Scale; now: number }) {
  const points = deadlinesOf(way).map((day) => scale.at(Date.parse(day)));
  if (points.length === 0) return null;
  const low = Math.min(...points);
  const later = (points[points.length - 1] as number) >= (points[0] as number);
  return (
    <div class="way" aria-hidden="true">
      <span class="way-today" style={start(scale.at(now))} />
      <span
        class={`way-span ${later ? 'way-later' : 'way-earlier'}`}
        style={{ ...start(low), inlineSize: `${Math.max(...points) - low}%` }}
      />
      {points.map((point, i) => (
        <span
          key={`${point} ${i === points.length - 1}`}
          class={`way-point ${i === points.length - 1 && way.moves.at(-1)?.after ? 'way-last' : 'way-past'}`}
          style={start(point)}
        />
      ))}
    </div>
  );
}

function MoveLine({ move }: { move: LedgerMove }) {
  const { i18n } = usePage();
  const url = safeLink(move.url);
  const arrow = i18n.dir === 'rtl' ? '←' : '→';
  const side = (s: LedgerMove['before']) => (s ? dateWords(i18n, s.date) : '–');
  const state = (s: LedgerMove['before']) => i18n.maybe(`stage.${s?.status}`) ?? '–';
  const what =
    move.kind === 'status-changed'
      ? `${state(move.before)} ${arrow} ${state(move.after)}`
      : move.kind === 'added'
        ? side(move.after)
        : move.kind === 'removed'
          ? side(move.before)
          : `${side(move.before)} ${arrow} ${side(move.after)}`;
  const reworded = move.after?.title && move.before?.title && move.after.title !== move.before.title;
  return (
    <li>
      <span class={`kind kind-${move.kind}`}>{i18n.t(`project.move.${move.kind}`)}</span>{' '}
      {move.days ? `${i18n.t('value.days', { n: Math.abs(move.days) })} · ` : ''}
      {what}
      <span class="muted">
        {' · '}
        {i18n.t('project.ledger.seen', { date: i18n.date(move.seenOn) })}
        {url && (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noreferrer noopener">
              {move.commit ? <code>{move.commit.slice(0, 7)}</code> : i18n.t('watch.since.evidence')}
            </a>
          </>
        )}
      </span>
      {reworded && (
        <p class="muted">{i18n.t('project.ledger.was', { title: cleanText(move.before?.title ?? '', 160) })}</p>
      )}
    </li>
  );
}

function Promises({ ways, scale, now }: { ways: PromiseWay[]; scale: Scale; now: number }) {
  const { i18n } = usePage();
  return (
    <ul class="ledger">
      {ways.map((way, i) => (
        <li key={i}>
          <p>
            <strong>
              <bdi>{way.title ? cleanText(way.title, 160) : i18n.t('project.ledger.untitled')}</bdi>
            </strong>
          </p>
          <Way way={way} scale={scale} now={now} />
          <ol class="moves">
            {way.moves.map((move) => (
              <MoveLine
                key={`${move.kind} ${move.seenOn} ${move.before?.date?.end} ${move.after?.date?.end}`}
                move={move}
              />
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}

export function Ledger({ report }: { report: RoadmapReport }) {
  const { i18n } = usePage();
  const ways = promiseWays(report.moves);
  const now = Date.now();
  const scale = scaleOf(ways, now);
  const rest = ways.slice(FIRST);
  const isRead = report.document !== undefined || report.items.length > 0;
  return (
    <section class="sheet" id="ledger">
      <h2 id="ledger-title">{i18n.t('project.ledger')}</h2>
      {ways.length === 0 ? (
        <p class="muted">{i18n.t(isRead ? 'project.ledger.none' : 'project.ledger.unread')}</p>
      ) : (
        <>
          <Axis scale={scale} now={now} />
          <Promises ways={ways.slice(0, FIRST)} scale={scale} now={now} />
        </>
      )}
      {rest.length > 0 && (
        <details>
          <summary>{i18n.t('project.moreItems', { n: rest.length })}</summary>
          <Promises ways={rest} scale={scale} now={now} />
        </details>
      )}
    </section>
  );
}
