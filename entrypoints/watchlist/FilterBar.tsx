/** Search and filters of the watchlist; every one takes effect at the keystroke. */
import { verdictWord } from '../../components/verdict-words.ts';
import { CODE_VERDICTS, ROADMAP_VERDICTS } from '../../lib/domain/signal.ts';
import type { WatchRowModel } from '../../lib/domain/watch/row.ts';
import { NO_FILTER, type Sort, type WatchFilter } from '../../lib/domain/watch/view.ts';
import { usePage } from '../kit/page.tsx';
import { COLUMNS } from './columns.ts';

interface Props {
  view: {
    filter: WatchFilter;
    setFilter(filter: WatchFilter): void;
    sort: Sort;
    setSort(sort: Sort): void;
    grouped: boolean;
    setGrouped(grouped: boolean): void;
    all: WatchRowModel[];
    shown: WatchRowModel[];
    facets: { sectors: string[]; tags: string[] };
  };
}

function Choice(props: {
  label: string;
  value: string | null;
  options: [string, string][];
  all: string;
  onChange(v: string | null): void;
}) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select value={props.value ?? ''} onChange={(e) => props.onChange(e.currentTarget.value || null)}>
        <option value="">{props.all}</option>
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The header's place in a narrow window: by which column, and which way round. */
function SortChoice({ sort, setSort }: { sort: Sort; setSort(sort: Sort): void }) {
  const { i18n } = usePage();
  return (
    <label class="field sort-choice">
      <span>{i18n.t('watch.sort')}</span>
      <select
        value={`${sort.key} ${sort.descending ? 'down' : 'up'}`}
        onChange={(e) => {
          const [key, way] = e.currentTarget.value.split(' ');
          setSort({ key: key as Sort['key'], descending: way === 'down' });
        }}
      >
        {COLUMNS.flatMap(({ key, label }) =>
          key === null
            ? []
            : (['up', 'down'] as const).map((way) => (
                <option key={`${key} ${way}`} value={`${key} ${way}`}>
                  {i18n.t(label)} {way === 'up' ? '▴' : '▾'}
                </option>
              )),
        )}
      </select>
    </label>
  );
}

export function FilterBar({ view }: Props) {
  const { i18n } = usePage();
  const { filter, setFilter } = view;
  const all = i18n.t('watch.filter.all');
  const present = new Set(view.all.flatMap((r) => [r.codeVerdict, r.roadmapVerdict] as string[]));
  const verdicts = [...new Set<string>([...CODE_VERDICTS, ...ROADMAP_VERDICTS])].filter((v) => present.has(v));
  const codeVerdicts: readonly string[] = CODE_VERDICTS;
  const verdictWords = (v: string) => verdictWord(i18n, codeVerdicts.includes(v) ? 'code' : 'roadmap', v);
  const sectorWords = (s: string) => i18n.maybe(`sector.${s}`) ?? s;
  return (
    <search class="filters">
      <label class="field grow">
        <span>{i18n.t('watch.search')}</span>
        <input
          type="search"
          value={filter.text}
          onInput={(e) => setFilter({ ...filter, text: e.currentTarget.value })}
        />
      </label>
      <Choice
        label={i18n.t('watch.filter.sector')}
        value={filter.sector}
        all={all}
        options={view.facets.sectors.map((s) => [s, sectorWords(s)])}
        onChange={(sector) => setFilter({ ...filter, sector })}
      />
      {view.facets.tags.length > 0 && (
        <Choice
          label={i18n.t('watch.filter.tag')}
          value={filter.tag}
          all={all}
          options={view.facets.tags.map((t) => [t, t])}
          onChange={(tag) => setFilter({ ...filter, tag })}
        />
      )}
      <Choice
        label={i18n.t('watch.filter.verdict')}
        value={filter.verdict}
        all={all}
        options={verdicts.map((v) => [v, verdictWords(v)])}
        onChange={(verdict) => setFilter({ ...filter, verdict })}
      />
      <SortChoice sort={view.sort} setSort={view.setSort} />
      <label class="check">
        <input
          type="checkbox"
          checked={filter.archived}
          onChange={(e) => setFilter({ ...filter, archived: e.currentTarget.checked })}
        />
        <span>{i18n.t('watch.filter.archived')}</span>
      </label>
      <label class="check">
        <input type="checkbox" checked={view.grouped} onChange={(e) => view.setGrouped(e.currentTarget.checked)} />
        <span>{i18n.t('watch.group')}</span>
      </label>
      <p class="muted filter-count" role="status">
        {i18n.t('watch.shown', { shown: view.shown.length, all: view.all.length })}
      </p>
      {filter !== NO_FILTER && (
        <button type="button" class="link" onClick={() => setFilter(NO_FILTER)}>
          {i18n.t('watch.filter.clear')}
        </button>
      )}
    </search>
  );
}
