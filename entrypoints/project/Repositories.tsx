/** Which repositories were read, how far, and from when. */
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { usePage } from '../kit/page.tsx';

export function Repositories({ report }: { report: ProjectReport }) {
  const { i18n } = usePage();
  const { repos, listed } = report.code;
  return (
    <section class="sheet" id="repos">
      <h2>{i18n.t('project.repos')}</h2>
      {repos.length === 0 && <p class="muted">{i18n.t('project.repos.none')}</p>}
      <ul class="items">
        {repos.map((r) => (
          <li key={r.repo}>
            <a href={`https://github.com/${r.repo}`} target="_blank" rel="noreferrer noopener">
              <bdi>{r.repo}</bdi>
            </a>{' '}
            <span class="muted">
              {i18n.maybe(`project.repo.${r.state}`) ?? r.state}
              {r.asOf !== null && ` · ${i18n.date(r.asOf)}`}
              {r.failure && ` · ${i18n.maybe(`failure.${r.failure.kind}`) ?? r.failure.kind}`}
            </span>
          </li>
        ))}
      </ul>
      {listed !== null && listed > repos.length && (
        <p class="muted">{i18n.t('project.repos.notRead', { n: listed - repos.length })}</p>
      )}
      <p>
        <a class="button small" href={`options.html?correct=${encodeURIComponent(report.projectId)}`}>
          {i18n.t('project.correct')}
        </a>
      </p>
    </section>
  );
}
