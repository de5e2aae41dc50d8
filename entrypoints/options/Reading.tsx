/** Where Roadmark may read: the grants beyond the default sites, and the sites that the reader switched off. */
import { useEffect, useState } from 'preact/hooks';
import { call } from '../kit/client.ts';
import { GrantButtons } from '../kit/GrantButtons.tsx';
import { grantedOrigins, removeGrant } from '../kit/grants.ts';
import { usePage } from '../kit/page.tsx';

export function Reading() {
  const { i18n, settings, patchSettings } = usePage();
  const [origins, setOrigins] = useState<string[]>([]);
  const refresh = () => void grantedOrigins().then(setOrigins);
  useEffect(refresh, []);
  async function take(origin: string) {
    await removeGrant([origin]);
    refresh();
  }
  async function switchOn(host: string) {
    await call('site.set', { host, off: false });
    await patchSettings({});
  }
  return (
    <section class="settings">
      <h2>{i18n.t('options.reading')}</h2>
      <p>{i18n.t('options.reading.body')}</p>
      <GrantButtons small onAnswer={refresh} />
      <details>
        <summary>{i18n.t('options.reading.granted', { n: origins.length })}</summary>
        <ul class="items origins">
          {origins.map((origin) => (
            <li key={origin}>
              <code dir="ltr">{origin}</code>
              <button
                type="button"
                class="link"
                onClick={() => take(origin)}
                aria-label={`${i18n.t('options.reading.take')}: ${origin}`}
              >
                {i18n.t('options.reading.take')}
              </button>
            </li>
          ))}
        </ul>
      </details>
      <h3>{i18n.t('options.offSites')}</h3>
      {settings.offSites.length === 0 && <p class="muted">{i18n.t('options.offSites.none')}</p>}
      <ul class="items">
        {settings.offSites.map((host) => (
          <li key={host}>
            <code dir="ltr">{host}</code>
            <button
              type="button"
              class="link"
              onClick={() => switchOn(host)}
              aria-label={`${i18n.t('options.switchOn')}: ${host}`}
            >
              {i18n.t('options.switchOn')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
