/** Projects that the reader adds or corrects: name, address, repositories, sectors. Theirs win over the registry. */
import { useEffect, useState } from 'preact/hooks';
import type { OwnProject } from '../../lib/domain/keep/reader-data.ts';
import type { Failure } from '../../lib/result.ts';
import { call } from '../kit/client.ts';
import { useCall, usePage } from '../kit/page.tsx';
import type { Undo } from '../kit/UndoBar.tsx';
import { SectorChoice } from './SectorChoice.tsx';

const EMPTY: OwnProject = {
  id: '',
  name: '',
  aliases: [],
  symbol: null,
  domains: [],
  repos: [],
  orgs: [],
  sectors: [],
  updatedAt: 0,
};
const words = (text: string) => text.split(/[\s,،]+/).filter(Boolean);
const lines = (text: string) =>
  text
    .split(/[\n,،]/)
    .map((t) => t.trim())
    .filter(Boolean);

/** What the reader typed, before the background judges it. */
interface Draft {
  id: string;
  name: string;
  aliases: string;
  symbol: string;
  domains: string;
  repos: string;
  sectors: string[];
}
const toDraft = (p: OwnProject): Draft => ({
  id: p.id,
  name: p.name,
  aliases: p.aliases.join(', '),
  symbol: p.symbol ?? '',
  domains: p.domains.join(', '),
  repos: [...p.repos, ...p.orgs].join(', '),
  sectors: p.sectors,
});
const toProject = (d: Draft, base: OwnProject): OwnProject => ({
  ...base,
  name: d.name.trim(),
  aliases: lines(d.aliases),
  symbol: d.symbol.trim() || null,
  domains: words(d.domains),
  // Organisations stand among them; the background tells which is which.
  repos: words(d.repos),
  orgs: [],
  sectors: d.sectors,
});
const FIELDS = ['name', 'aliases', 'symbol', 'domains', 'repos'] as const;

function Editor({ base, onDone }: { base: OwnProject; onDone(): void }) {
  const { i18n } = usePage();
  const [draft, setDraft] = useState(toDraft(base));
  const [failure, setFailure] = useState<Failure | null>(null);
  async function save(event: Event) {
    event.preventDefault();
    const answer = await call('own.save', { project: toProject(draft, base) });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onDone();
  }
  return (
    <form class="editor" onSubmit={save}>
      {FIELDS.map((field) => (
        <label key={field} class="field">
          <span>{i18n.t(`options.own.${field}`)}</span>
          <input
            value={draft[field]}
            required={field === 'name'}
            dir={field === 'domains' || field === 'repos' ? 'ltr' : 'auto'}
            onInput={(e) => setDraft({ ...draft, [field]: e.currentTarget.value })}
          />
        </label>
      ))}
      <SectorChoice chosen={draft.sectors} onChange={(sectors) => setDraft({ ...draft, sectors })} />
      {failure && (
        <p role="alert" class="notice">
          {i18n.maybe(`failure.${failure.kind}`)} {failure.detail}
        </p>
      )}
      <p class="buttons">
        <button type="submit" class="button primary">
          {i18n.t('page.save')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {i18n.t('page.cancel')}
        </button>
      </p>
    </form>
  );
}

export function OwnProjects({ undo }: { undo: Undo }) {
  const { i18n } = usePage();
  const own = useCall('own.list', null, ['own']);
  const [editing, setEditing] = useState<OwnProject | null>(null);
  // A project's page leads here to correct what is on record of it.
  useEffect(() => {
    const id = new URLSearchParams(location.search).get('correct');
    if (!id) return;
    void call('own.draft', { id }).then((answer) => {
      if (!answer.ok) return;
      setEditing(answer.value);
      document.getElementById('own')?.scrollIntoView();
    });
  }, []);
  async function remove(project: OwnProject) {
    await call('own.remove', { id: project.id });
    undo.offer(i18n.t('watch.removed', { name: project.name }), () => call('own.save', { project }));
    await own.reload();
  }
  return (
    <section class="settings" id="own">
      <h2>{i18n.t('options.own')}</h2>
      <p>{i18n.t('options.own.body')}</p>
      <ul class="items">
        {(own.value ?? []).map((p) => (
          <li key={p.id}>
            <bdi>{p.name}</bdi> <span class="muted">{p.domains.join(', ')}</span>
            <button
              type="button"
              class="link"
              onClick={() => setEditing(p)}
              aria-label={`${i18n.t('options.own.edit')}: ${p.name}`}
            >
              {i18n.t('options.own.edit')}
            </button>
            <button
              type="button"
              class="link"
              onClick={() => remove(p)}
              aria-label={`${i18n.t('options.own.remove')}: ${p.name}`}
            >
              {i18n.t('options.own.remove')}
            </button>
          </li>
        ))}
      </ul>
      {editing ? (
        <Editor
          key={editing.id}
          base={editing}
          onDone={() => {
            setEditing(null);
            void own.reload();
          }}
        />
      ) : (
        <button type="button" class="button small" onClick={() => setEditing(EMPTY)}>
          {i18n.t('options.own.add')}
        </button>
      )}
    </section>
  );
}
