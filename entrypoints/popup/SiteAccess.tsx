/** What Roadmark may read on this site, and one click to widen it: a single look, this site, all known project sites, everywhere. */
import { useEffect, useState } from 'preact/hooks';
import { call } from '../kit/client.ts';
import { GrantButtons } from '../kit/GrantButtons.tsx';
import { hasGrant, requestGrant, sitePatterns } from '../kit/grants.ts';
import { usePage } from '../kit/page.tsx';

export function SiteAccess({ host, tabId }: { host: string; tabId: number }) {
  const { i18n } = usePage();
  const [granted, setGranted] = useState<boolean | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => void hasGrant([`https://${host}/*`]).then(setGranted), [host]);

  function tell(given: boolean) {
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
          <button type="button" class="button small" onClick={async () => tell(await requestGrant(sitePatterns(host)))}>
            {i18n.t('popup.grantSite')}
          </button>
        </p>
      )}
      <details>
        <summary>{i18n.t('popup.more')}</summary>
        <GrantButtons small onAnswer={tell} />
      </details>
    </div>
  );
}
