/** The optional sync of ids and tags: switch, how it stands, what went wrong. */
import { useState } from 'preact/hooks';
import { SYNC_TOTAL_BYTES } from '../../lib/domain/keep/sync.ts';
import type { SyncStatus } from '../../lib/protocol.ts';
import { call } from '../kit/client.ts';
import { useCall, usePage } from '../kit/page.tsx';

function Trouble({ kind }: { kind: string }) {
  const { i18n } = usePage();
  if (kind === 'too-large' || kind === 'storage-full') return <>{i18n.t('options.sync.failed.full')}</>;
  if (kind === 'rate-limited') return <>{i18n.t('options.sync.failed.rate')}</>;
  return <>{i18n.t('options.sync.failed.none')}</>;
}

function Stand({ status }: { status: SyncStatus }) {
  const { i18n } = usePage();
  if (status.failure) {
    return (
      <p role="alert">
        <Trouble kind={status.failure.kind} />
      </p>
    );
  }
  if (!status.on || status.at === null) return <p class="muted">{i18n.t('options.sync.first')}</p>;
  return (
    <p role="status" class="muted">
      {i18n.t('options.sync.state', {
        n: status.rows,
        percent: i18n.percent(status.bytes / SYNC_TOTAL_BYTES),
        ago: i18n.ago(status.at, Date.now()),
      })}
    </p>
  );
}

export function Sync() {
  const { i18n } = usePage();
  const loaded = useCall('sync.get', null, ['watchlist']);
  const [busy, setBusy] = useState(false);
  const status = loaded.value;
  async function run(work: () => Promise<unknown>) {
    setBusy(true);
    await work();
    await loaded.reload();
    setBusy(false);
  }
  return (
    <section class="settings">
      <h2>{i18n.t('options.sync')}</h2>
      <p>{i18n.t('options.sync.body')}</p>
      {status && (
        <>
          <label class="check">
            <input
              type="checkbox"
              checked={status.on}
              disabled={busy}
              onChange={(e) => run(() => call('sync.set', { on: e.currentTarget.checked }))}
            />
            <span>{i18n.t('options.sync.on')}</span>
          </label>
          <Stand status={status} />
          {status.on && (
            <p class="buttons">
              <button
                type="button"
                class="button small"
                disabled={busy}
                onClick={() => run(() => call('sync.now', null))}
              >
                {i18n.t('options.sync.now')}
              </button>
              <button
                type="button"
                class="button small"
                disabled={busy}
                onClick={() => run(() => call('sync.forget', null))}
              >
                {i18n.t('options.sync.forget')}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
