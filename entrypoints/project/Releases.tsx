/** The days of the last stable releases with the gaps between them, and the way to the releases themselves. */
import { findSignal } from '../../components/signal-words.ts';
import type { CodeReport } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { usePage } from '../kit/page.tsx';

/** ISO days, newest first: the input of the figures on releases. */
export function releaseDaysOf(report: CodeReport): string[] {
  const days = findSignal(report.signals, 'days-since-release').inputs?.days;
  return typeof days === 'string' ? days.split(' ').filter(Boolean) : [];
}

export function Releases({ report }: { report: CodeReport }) {
  const { i18n } = usePage();
  const days = releaseDaysOf(report);
  const why = findSignal(report.signals, 'days-since-release').unknown ?? 'not-read';
  return (
    <section class="sheet">
      <h2>{i18n.t('project.releases')}</h2>
      {days.length === 0 && (
        <p class="muted">{i18n.t('project.releases.none', { reason: i18n.maybe(`unknown.${why}`) ?? why })}</p>
      )}
      <ol class="releases">
        {days.map((day, i) => {
          const before = days[i + 1];
          return (
            <li key={day}>
              <time dateTime={day}>{i18n.date(day)}</time>
              {before && (
                <span class="muted">
                  {i18n.t('project.releases.gap', { n: Math.round((Date.parse(day) - Date.parse(before)) / DAY_MS) })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <ul class="items small-print">
        {report.repos.map(({ repo }) => (
          <li key={repo}>
            <a href={`https://github.com/${repo}/releases`} target="_blank" rel="noreferrer noopener">
              {i18n.t('project.releases.all', { repo })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
