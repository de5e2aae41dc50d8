/** The popup: this page's projects, the switch for this site, what may be read, search, and the way to the pages. */
import { useEffect, useState } from 'preact/hooks';
import { projectPath } from '../../lib/domain/project-path.ts';
import { call } from '../kit/client.ts';
import { PageProjects } from '../kit/PageProjects.tsx';
import { usePage } from '../kit/page.tsx';
import { openPanel } from '../kit/side-panel.ts';
import { type ActiveTab, tabBeside } from '../kit/tab.ts';
import { useSearch } from '../kit/use-search.ts';
import { RecentProjects } from './RecentProjects.tsx';
import { SiteAccess } from './SiteAccess.tsx';

const MOST_HITS = 6;

function hostOf(tab: ActiveTab | null): string | null {
  if (!tab?.url) return null;
  const url = URL.parse(tab.url);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.hostname : null;
}

function Search({ isPrivate }: { isPrivate: boolean }) {
  const { i18n } = usePage();
  const [query, setQuery] = useState('');
  const hits = useSearch(query, MOST_HITS);
  return (
    <section class="find">
      <label class="field">
        <span>{i18n.t('popup.search')}</span>
        <input type="search" autocomplete="off" value={query} onInput={(e) => setQuery(e.currentTarget.value)} />
      </label>
      {query.trim() && hits && (
        <ul class="hits">
          {hits.length === 0 && <li class="muted">{i18n.t('watch.find.none')}</li>}
          {hits.map((hit) => (
            <li key={hit.projectId}>
              <a href={projectPath(hit.projectId, isPrivate)} target="_blank" rel="noreferrer">
                <bdi>{hit.name}</bdi>
              </a>
              <span class="muted">{hit.symbol}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function SiteSwitch({ host }: { host: string }) {
  const { i18n, settings } = usePage();
  const [off, setOff] = useState(settings.offSites.some((off) => host === off || host.endsWith(`.${off}`)));
  async function toggle() {
    const answer = await call('site.set', { host, off: !off });
    if (answer.ok) setOff(!off);
  }
  return (
    <label class="check">
      <input type="checkbox" checked={!off} onChange={toggle} />
      <span>{i18n.t('popup.siteOn', { host })}</span>
    </label>
  );
}

export function PopupApp() {
  const { i18n } = usePage();
  const [tab, setTab] = useState<ActiveTab | null>(null);
  useEffect(() => void tabBeside().then(setTab), []);
  const host = hostOf(tab);
  const isPrivate = tab?.private === true;
  return (
    <main class="popup">
      <header>
        <h1 class="brand">
          <img src="/icon/48.png" alt="" width="20" height="20" />
          Roadmark
        </h1>
        {host && !isPrivate && <SiteSwitch host={host} />}
      </header>
      <section>
        <h2>{i18n.t('popup.here')}</h2>
        {tab && <PageProjects tabId={tab.id} isPrivate={isPrivate} onChosen={() => window.close()} />}
      </section>
      {host && <section class="access">{tab && <SiteAccess host={host} tabId={tab.id} />}</section>}
      <Search isPrivate={isPrivate} />
      <RecentProjects isPrivate={isPrivate} />
      <p class="links">
        {tab && (
          <button type="button" class="link" onClick={() => openPanel(tab.id).then((open) => open && window.close())}>
            {i18n.t('popup.panel')}
          </button>
        )}
        <a href="/watchlist.html" target="_blank" rel="noreferrer">
          {i18n.t('nav.watchlist')}
        </a>
        <a href="/options.html" target="_blank" rel="noreferrer">
          {i18n.t('nav.options')}
        </a>
      </p>
    </main>
  );
}
