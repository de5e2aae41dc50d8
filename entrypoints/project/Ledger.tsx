/** The promise ledger: each date that moved, from when to when, with the version that did it. */
import { dateWords } from '../../components/verdict-words.ts';
import { cleanText, safeLink } from '../../lib/domain/clean-text.ts';
import type { LedgerMove, RoadmapReport } from '../../lib/domain/signal.ts';
import { usePage } from '../kit/page.tsx';

/** Years are this wide on the line, at least; days map linearly. */
const DAY_MS = 86_400_000;

/** A promise's way on one time line: where it stood, where it stands. */
function MoveLine({ move, from, to }: { move: LedgerMove; from: number; to: number }) {
  const at = (iso: string | null | undefined) => (iso ? ((Date.parse(iso) - from) / (to - from)) * 100 : null);
  const before = at(move.before?.date?.end);
  const after = at(move.after?.date?.end);
  if (before === null && after === null) return null;
  return (
    <svg class={`move move-${move.kind}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <path class="move-base" d="M0 5H100" />
      {before !== null && after !== null && <path class="move-way" d={`M${before} 5H${after}`} />}
      {before !== null && <path class="move-before" d={`M${before} 1.5V8.5`} />}
      {after !== null && <path class="move-after" d={`M${after} 1.5V8.5`} />}
    </svg>
  );
}

/** Newest first; what stayed the same is left out: the ledger is about what moved. */
function moved(report: RoadmapReport): LedgerMove[] {
  return report.moves.filter((m) => m.kind !== 'same').sort((a, b) => (a.seenOn < b.seenOn ? 1 : -1));
}

function span(moves: LedgerMove[]): { from: number; to: number } {
  const days = moves.flatMap((m) => [m.before?.date?.end, m.after?.date?.end, m.seenOn]).filter((d) => d != null);
  const times = days.map((d) => Date.parse(d));
  return { from: Math.min(...times) - 30 * DAY_MS, to: Math.max(...times) + 30 * DAY_MS };
}

export function Ledger({ report }: { report: RoadmapReport }) {
  const { i18n } = usePage();
  const moves = moved(report);
  const { from, to } = span(moves);
  const side = (s: LedgerMove['before']) => (s ? dateWords(i18n, s.date) : '–');
  return (
    <section class="sheet" id="ledger">
      <h2 id="ledger-title">{i18n.t('project.ledger')}</h2>
      {moves.length === 0 ? (
        <p class="muted">{i18n.t('project.ledger.none')}</p>
      ) : (
        <ul class="ledger">
          {moves.map((move) => {
            const url = safeLink(move.url);
            const title = move.title ? cleanText(move.title, 160) : i18n.t('project.ledger.untitled');
            const other = move.after?.title && move.before?.title && move.after.title !== move.before.title;
            return (
              <li key={`${move.kind}-${move.title}-${move.seenOn}-${move.before?.date?.end}-${move.after?.date?.end}`}>
                <p>
                  <strong>
                    <bdi>{title}</bdi>
                  </strong>{' '}
                  <span class={`kind kind-${move.kind}`}>{i18n.t(`project.move.${move.kind}`)}</span>
                  {move.days !== null && <span class="muted"> {i18n.t('value.days', { n: Math.abs(move.days) })}</span>}
                </p>
                {other && (
                  <p class="muted">
                    {i18n.t('project.ledger.was', { title: cleanText(move.before?.title ?? '', 160) })}
                  </p>
                )}
                <p class="muted">
                  {move.kind === 'status-changed'
                    ? `${i18n.maybe(`stage.${move.before?.status}`) ?? '–'} → ${i18n.maybe(`stage.${move.after?.status}`) ?? '–'}`
                    : `${side(move.before)} → ${side(move.after)}`}
                  {' · '}
                  {i18n.t('project.ledger.seen', { date: i18n.date(move.seenOn) })}
                  {url && (
                    <>
                      {' · '}
                      <a href={url} target="_blank" rel="noreferrer noopener">
                        {move.commit ? move.commit.slice(0, 7) : i18n.t('watch.since.evidence')}
                      </a>
                    </>
                  )}
                </p>
                <MoveLine move={move} from={from} to={to} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
