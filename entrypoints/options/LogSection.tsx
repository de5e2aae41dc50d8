/** Every request that was made, and the diagnostics to copy: versions, counts and failures, nothing personal. */
import browser from 'webextension-polyfill';
import type { RequestLogRow } from '../../lib/protocol.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { useCall, usePage } from '../kit/page.tsx';
import { RequestTable } from '../project/RequestsMade.tsx';

const LOG_ROWS = 200;
/** Failures in the diagnostics: enough to see a pattern. */
const LAST_FAILURES = 20;

/** Returns what helps to find a fault: no addresses that were read, no watchlist, no token. */
export function diagnostics(rows: RequestLogRow[], version: string, agent: string): string {
  const failed = rows.filter((r) => r.failure !== null).slice(0, LAST_FAILURES);
  const counts = Map.groupBy(rows, (r) => r.failure ?? 'ok');
  return [
    `Roadmark ${version}`,
    agent,
    ...[...counts].map(([kind, members]) => `${kind}: ${members.length}`),
    ...failed.map((r) => `${new Date(r.at).toISOString()} ${r.host} ${r.purpose} ${r.status ?? ''} ${r.failure}`),
  ].join('\n');
}

export function LogSection() {
  const { i18n } = usePage();
  const log = useCall('requests.list', { limit: LOG_ROWS }, ['report']);
  const rows = log.value ?? [];
  return (
    <section class="settings wide">
      <h2>{i18n.t('options.log')}</h2>
      <p>{i18n.t('options.log.body')}</p>
      {rows.length === 0 ? <p class="muted">{i18n.t('options.log.none')}</p> : <RequestTable rows={rows} />}
      <p class="buttons">
        <CopyButton
          words={i18n.t('options.diagnostics')}
          text={() => diagnostics(rows, browser.runtime.getManifest().version, navigator.userAgent)}
        />
      </p>
    </section>
  );
}
