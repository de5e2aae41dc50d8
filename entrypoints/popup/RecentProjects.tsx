/** What the reader looked at last, one press away. */
import { projectPath } from '../../lib/domain/project-path.ts';
import { useCall, usePage } from '../kit/page.tsx';

export function RecentProjects({ isPrivate }: { isPrivate: boolean }) {
  const { i18n } = usePage();
  const recent = useCall('recent.list', null, ['report']).value ?? [];
  if (recent.length === 0) return null;
  return (
    <section class="recent">
      <h2>{i18n.t('popup.recent')}</h2>
      <ul>
        {recent.map(({ projectId, name }) => (
          <li key={projectId}>
            <a href={projectPath(projectId, isPrivate)} target="_blank" rel="noreferrer">
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
