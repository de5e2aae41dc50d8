/** "Since your last visit": what changed, from what to what, and the evidence. */
import { verdictWord } from '../../components/verdict-words.ts';
import type { Change } from '../../lib/domain/watch/changes.ts';
import type { WatchPageData } from '../../lib/protocol.ts';
import { usePage } from '../kit/page.tsx';

function ChangeLine({ name, change }: { name: string; change: Change }) {
  const { i18n } = usePage();
  const day = (iso: string | null) => (iso ? i18n.date(iso) : i18n.t('watch.since.undated'));
  const verdict = (v: string | null) =>
    v === null ? '' : verdictWord(i18n, change.kind === 'code-verdict' ? 'code' : 'roadmap', v);
  if (change.kind !== 'promise-moved')
    return <>{i18n.t('watch.since.verdict', { name, before: verdict(change.before), after: verdict(change.after) })}</>;
  const dates = { name, before: day(change.before), after: day(change.after || null) };
  return (
    <>
      {change.title
        ? i18n.t('watch.since.promise', { ...dates, title: change.title })
        : i18n.t('watch.since.promise.untitled', dates)}
    </>
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
          {changes.map(({ projectId, name, change }) => (
            <li key={`${projectId}-${change.kind}-${change.at}-${change.title ?? ''}`}>
              <ChangeLine name={name} change={change} />{' '}
              <a
                href={change.url ?? `/project.html?id=${encodeURIComponent(projectId)}`}
                {...(change.url ? { target: '_blank', rel: 'noreferrer' } : {})}
              >
                {i18n.t('watch.since.evidence')}
              </a>{' '}
              <span class="muted">{i18n.date(change.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
