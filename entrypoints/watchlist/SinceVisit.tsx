/** "Since your last visit": what changed, from what to what, why, and the evidence. */
import { verdictWhy } from '../../components/verdict-why.ts';
import { verdictWord } from '../../components/verdict-words.ts';
import { projectPath } from '../../lib/domain/project-path.ts';
import { safeLink } from '../../lib/domain/safe-link.ts';
import type { Change } from '../../lib/domain/watch/changes.ts';
import type { WatchPageData } from '../../lib/protocol.ts';
import { type PageContext, usePage } from '../kit/page.tsx';

type Words = PageContext['i18n'];

function whatChanged(i18n: Words, name: string, change: Change): string {
  const day = (iso: string | null) => (iso ? i18n.date(iso) : i18n.t('watch.since.undated'));
  if (change.kind !== 'promise-moved') {
    const kind = change.kind === 'code-verdict' ? 'code' : 'roadmap';
    const word = (verdict: string | null) => (verdict === null ? '' : verdictWord(i18n, kind, verdict));
    return i18n.t('watch.since.verdict', { name, before: word(change.before), after: word(change.after) });
  }
  const dates = { name, before: day(change.before), after: day(change.after || null) };
  return change.title
    ? i18n.t('watch.since.promise', { ...dates, title: change.title })
    : i18n.t('watch.since.promise.untitled', dates);
}

/** What the new verdict means; for a promise, by how much it moved. Empty where nothing more is known. */
function why(i18n: Words, change: Change): string {
  if (change.kind === 'code-verdict') return verdictWhy(i18n, 'code', change.after);
  if (change.kind === 'roadmap-verdict') return verdictWhy(i18n, 'roadmap', change.after);
  if (change.days === null || change.days === 0) return '';
  const way = change.days > 0 ? 'project.move.moved-later' : 'project.move.moved-earlier';
  return `${i18n.t(way)} · ${i18n.t('value.days', { n: Math.abs(change.days) })}`;
}

function One({ projectId, name, change }: WatchPageData['changes'][number]) {
  const { i18n } = usePage();
  const url = safeLink(change.url ?? undefined);
  const page = projectPath(projectId);
  return (
    <li>
      {whatChanged(i18n, name, change)}{' '}
      <a href={url ?? page} {...(url ? { target: '_blank', rel: 'noreferrer noopener' } : {})}>
        {i18n.t('watch.since.evidence')}
      </a>
      <span class="muted"> · {[why(i18n, change), i18n.date(change.at)].filter(Boolean).join(' · ')}</span>
    </li>
  );
}

export function SinceVisit({ data }: { data: WatchPageData }) {
  const { i18n } = usePage();
  const { changes, lastVisitAt } = data;
  return (
    <section class="since" aria-labelledby="since-title">
      <h2 id="since-title">{i18n.t('watch.since.title')}</h2>
      {lastVisitAt === null && <p class="muted">{i18n.t('watch.since.first')}</p>}
      {lastVisitAt !== null && changes.length === 0 && (
        <p class="muted">{i18n.t('watch.since.none', { date: i18n.date(lastVisitAt) })}</p>
      )}
      {changes.length > 0 && (
        <ul>
          {changes.map((one) => (
            <One key={`${one.projectId}-${one.change.kind}-${one.change.at}-${one.change.title ?? ''}`} {...one} />
          ))}
        </ul>
      )}
    </section>
  );
}
