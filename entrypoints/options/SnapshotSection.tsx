/** Where snapshot updates come from: an address and its publisher's key, what is in use, when it was asked, and a way back. */
import { useEffect, useState } from 'preact/hooks';
import { keyFingerprint } from '../../lib/domain/snapshot/digest.ts';
import type { SnapshotStatus } from '../../lib/protocol.ts';
import type { Failure } from '../../lib/result.ts';
import { call } from '../kit/client.ts';
import { hasGrant, removeGrant, requestGrant } from '../kit/grants.ts';
import { useCall, usePage } from '../kit/page.tsx';

/** Match pattern of the one host of an address; undefined where it is none that may be asked for. */
function patternOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && hostname ? `https://${hostname}/*` : undefined;
}

/** Goes back to the bundled snapshot, and gives the host back unless its pages are read as well. */
async function forget(address: string): Promise<void> {
  await call('snapshot.source', { source: null });
  const pattern = patternOf(address);
  if (pattern && !(await hasGrant([pattern.replace('://', '://*.')]))) await removeGrant([pattern]);
}

function StatusWords({ status }: { status: SnapshotStatus }) {
  const { i18n } = usePage();
  const { inUse, outcome } = status;
  const when = (at: number) => `${i18n.date(at)} ${i18n.time(at)}`;
  return (
    <>
      {inUse && <p>{i18n.t(`options.snapshot.${inUse.from}`, { date: i18n.date(inUse.asOf), n: inUse.projects })}</p>}
      {status.address && (
        <p>
          {i18n.t('options.snapshot.from')} <bdi dir="ltr">{status.address}</bdi>
        </p>
      )}
      {status.address && status.fingerprints.length > 0 && (
        <p>
          {i18n.t('options.snapshot.fingerprint')} <bdi dir="ltr">{i18n.list(status.fingerprints)}</bdi>
        </p>
      )}
      {status.askedAt !== null && (
        <p role="status">
          {i18n.t('options.snapshot.asked', { time: when(status.askedAt) })}{' '}
          {outcome &&
            (i18n.maybe(`options.snapshot.outcome.${outcome}`) ?? i18n.maybe(`failure.${outcome}`) ?? outcome)}
          {status.nextAt !== null && ` ${i18n.t('options.snapshot.next', { time: when(status.nextAt) })}`}
        </p>
      )}
    </>
  );
}

/** The fingerprint of what is typed, to hold against the publisher's own word. */
function TypedKey({ value }: { value: string }) {
  const { i18n } = usePage();
  const [print, setPrint] = useState<string | null>(null);
  useEffect(() => {
    let mine = true;
    void keyFingerprint(value).then((found) => mine && setPrint(found ?? null));
    return () => {
      mine = false;
    };
  }, [value]);
  if (!value) return null;
  return print === null ? (
    <p class="notice">{i18n.t('options.snapshot.noKey')}</p>
  ) : (
    <p>
      {i18n.t('options.snapshot.fingerprint')} <bdi dir="ltr">{print}</bdi>
    </p>
  );
}

function Editor({ onDone }: { onDone(status: SnapshotStatus): void }) {
  const { i18n } = usePage();
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | 'declined' | null>(null);
  async function save(event: Event) {
    event.preventDefault();
    const pattern = patternOf(address.trim());
    // The browser asks the reader only straight from the click: nothing may be awaited before.
    const granted = pattern ? requestGrant([pattern]) : Promise.resolve(true);
    setBusy(true);
    if (!(await granted)) {
      setBusy(false);
      setProblem('declined');
      return;
    }
    const answer = await call('snapshot.source', {
      source: { address: address.trim(), publicKey: key.trim() || null },
    });
    setBusy(false);
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) onDone(answer.value);
  }
  return (
    <form class="editor" onSubmit={save}>
      <label class="field">
        <span>{i18n.t('options.snapshot.address')}</span>
        <input
          type="url"
          dir="ltr"
          required
          placeholder="https://example.org/snapshot.json"
          value={address}
          onInput={(e) => setAddress(e.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{i18n.t('options.snapshot.key')}</span>
        <input
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={key}
          onInput={(e) => setKey(e.currentTarget.value)}
        />
      </label>
      <TypedKey value={key.trim()} />
      <p class="buttons">
        <button type="submit" class="button" disabled={busy || !address.trim()}>
          {i18n.t('options.snapshot.save')}
        </button>
      </p>
      {problem && (
        <p role="alert" class="notice">
          {problem === 'declined'
            ? i18n.t('options.snapshot.declined')
            : (i18n.maybe(`options.snapshot.problem.${problem.subject}`) ?? i18n.maybe(`failure.${problem.kind}`))}
        </p>
      )}
    </form>
  );
}

export function SnapshotSection() {
  const { i18n } = usePage();
  const status = useCall('snapshot.status', null, ['snapshot', 'report']);
  const [busy, setBusy] = useState(false);
  async function then(work: Promise<unknown>) {
    setBusy(true);
    await work;
    setBusy(false);
    await status.reload();
  }
  const address = status.value?.address ?? null;
  return (
    <section class="settings" data-section="snapshot">
      <h2>{i18n.t('options.snapshot')}</h2>
      <p>{i18n.t('options.snapshot.body')}</p>
      {status.value && <StatusWords status={status.value} />}
      {address === null ? (
        <Editor onDone={() => void status.reload()} />
      ) : (
        <p class="buttons">
          <button type="button" class="button small" disabled={busy} onClick={() => then(call('snapshot.check', null))}>
            {i18n.t('options.snapshot.check')}
          </button>
          <button type="button" class="button small" disabled={busy} onClick={() => then(forget(address))}>
            {i18n.t('options.snapshot.clear')}
          </button>
        </p>
      )}
    </section>
  );
}
