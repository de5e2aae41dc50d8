/** What Roadmark may read on this site, and one click to widen it: a single look, this site, all known project sites, everywhere. */
import { useEffect, useState } from 'preact/hooks';
import { call } from '../kit/client.ts';
import { EVERYWHERE, hasGrant, requestGrant, sitePatterns } from '../kit/grants.ts';
import { useCall, usePage } from '../kit/page.tsx';

export function SiteAccess({ host, tabId }: { host: string; tabId: number }) {
  const { i18n } = usePage();
  const [granted, setGranted] = useState<boolean | null>(null);
  const [words, setWords] = useState('');
  // Asked for ahead: after a wait the browser no longer takes the click as the reader's consent.
  const known = useCall('sites.known', null);
  useEffect(() => void hasGrant([`https://${host}/*`]).then(setGranted), [host]);

  async function grant(origins: string[]) {
    const given = await requestGrant(origins);
    setWords(i18n.t(given ? 'popup.granted' : 'popup.declined'));
    if (given) setGranted(true);
  }
  async function look() {
    const answer = await call('tab.look', { tabId });
    setWords(answer.ok ? i18n.t('popup.looked') : (i18n.maybe(`failure.${answer.failure.kind}`) ?? ''));
  }
  if (granted === null) return null;
  return (
    <div class="grants">
      <p class="muted" role="status">
        {words || i18n.t(granted ? 'popup.mayRead' : 'popup.mayNotRead', { host })}
      </p>
      {!granted && (
        <p class="buttons">
          <button type="button" class="button small" onClick={look}>
            {i18n.t('popup.look')}
          </button>
          <button type="button" class="button small" onClick={() => grant(sitePatterns(host))}>
            {i18n.t('popup.grantSite')}
          </button>
        </p>
      )}
      <details>
        <summary>{i18n.t('popup.more')}</summary>
        <p class="buttons">
          <button type="button" class="button small" disabled={!known.value} onClick={() => grant(known.value ?? [])}>
            {i18n.t('popup.grantKnown')}
          </button>
          <button type="button" class="button small" onClick={() => grant([EVERYWHERE])}>
            {i18n.t('popup.grantAll')}
          </button>
        </p>
      </details>
    </div>
  );
}
