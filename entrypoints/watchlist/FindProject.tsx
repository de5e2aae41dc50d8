/** Finds a project of the registry by name and watches it. */
import { useState } from 'preact/hooks';
import { projectPath } from '../../lib/domain/project-path.ts';
import type { ProjectHit } from '../../lib/protocol.ts';
import { call } from '../kit/client.ts';
import { usePage } from '../kit/page.tsx';
import { useSearch } from '../kit/use-search.ts';

/** Shown at most: what fits below the field without scrolling. */
const MOST_HITS = 8;

function Hit({ hit, onAdd }: { hit: ProjectHit; onAdd(): void }) {
  const { i18n } = usePage();
  const sectors = hit.sectors.map((sector) => i18n.maybe(`sector.${sector}`) ?? sector);
  return (
    <li>
      <a href={projectPath(hit.projectId)}>
        <bdi>{hit.name}</bdi>
      </a>{' '}
      <span class="muted">{[hit.symbol, ...sectors].filter(Boolean).join(' · ')}</span>
      {!hit.watched && (
        <button type="button" class="button small" aria-label={i18n.t('watch.add', { name: hit.name })} onClick={onAdd}>
          {i18n.t('card.watch')}
        </button>
      )}
    </li>
  );
}

export function FindProject({ onAdded }: { onAdded(): Promise<void> }) {
  const { i18n } = usePage();
  const [query, setQuery] = useState(() => new URLSearchParams(location.search).get('find') ?? '');
  const [added, setAdded] = useState<string | null>(null);
  // The hits lie over the list: they go when the reader turns to it, and come back with the field.
  const [away, setAway] = useState(false);
  const hits = useSearch(query, MOST_HITS);
  async function add(hit: ProjectHit) {
    const answer = await call('watch.set', { projectId: hit.projectId, watched: true });
    if (!answer.ok) return;
    setAdded(hit.name);
    setQuery('');
    await onAdded();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it follows the focus and the keys of what stands in it
    <section
      class="find"
      onFocusIn={() => setAway(false)}
      onFocusOut={(e) => {
        // A press on something without focus tells no target: it may be on a hit.
        if (e.relatedTarget instanceof Node && !e.currentTarget.contains(e.relatedTarget)) setAway(true);
      }}
      onKeyDown={(e) => e.key === 'Escape' && setQuery('')}
    >
      <label class="field">
        <span>{i18n.t('watch.find')}</span>
        <input type="search" autocomplete="off" value={query} onInput={(e) => setQuery(e.currentTarget.value)} />
      </label>
      <div role="status" class="find-words">
        {added && !query && <p class="muted">{i18n.t('watch.added', { name: added })}</p>}
        {query.trim() && hits?.length === 0 && <p class="muted">{i18n.t('watch.find.none')}</p>}
      </div>
      {!away && query.trim() && hits && hits.length > 0 && (
        <ul class="hits">
          {hits.map((hit) => (
            <Hit key={hit.projectId} hit={hit} onAdd={() => add(hit)} />
          ))}
        </ul>
      )}
    </section>
  );
}
