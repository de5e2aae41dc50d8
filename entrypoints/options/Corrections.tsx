/** "Not this project": what the reader corrected, each with its way back. */
import { cleanText } from '../../lib/domain/clean-text.ts';
import type { Correction } from '../../lib/domain/keep/reader-data.ts';
import { call } from '../kit/client.ts';
import { useCall, usePage } from '../kit/page.tsx';
import type { Undo } from '../kit/UndoBar.tsx';

interface RowProps {
  correction: Correction;
  name: string;
  onUndo(): void;
}

function Row({ correction, name, onUndo }: RowProps) {
  const { i18n } = usePage();
  return (
    <li>
      <bdi>{name}</bdi>{' '}
      <span class="muted">
        {i18n.t(`card.not-this.${correction.scope}`)} <bdi>{correction.where}</bdi>
      </span>
      <button type="button" class="link" onClick={onUndo} aria-label={`${i18n.t('watch.undo')}: ${name}`}>
        {i18n.t('watch.undo')}
      </button>
    </li>
  );
}

export function Corrections({ undo: bar }: { undo: Undo }) {
  const { i18n } = usePage();
  const mutes = useCall('mute.list', null, ['own']);
  const rows = mutes.value ?? [];
  const facts = useCall('badge.facts', { projectIds: [...new Set(rows.map(({ projectId }) => projectId))] });
  /** As the project is called; its id where it has left the registry. */
  const nameOf = ({ projectId }: Correction) =>
    cleanText(facts.value?.find((one) => one.projectId === projectId)?.name ?? projectId);
  async function undo(c: Correction) {
    const url = c.scope === 'site' ? `https://${c.where}/` : c.where;
    const set = (muted: boolean) => call('mute.set', { projectId: c.projectId, scope: c.scope, url, muted });
    await set(false);
    bar.offer(i18n.t('options.corrections.gone', { name: nameOf(c) }), async () => {
      await set(true);
      await mutes.reload();
    });
    await mutes.reload();
  }
  return (
    <section class="settings">
      <h2>{i18n.t('options.corrections')}</h2>
      {rows.length === 0 && <p class="muted">{i18n.t('options.corrections.none')}</p>}
      <ul class="items">
        {rows.map((c) => (
          <Row key={`${c.projectId} ${c.scope} ${c.where}`} correction={c} name={nameOf(c)} onUndo={() => undo(c)} />
        ))}
      </ul>
    </section>
  );
}
