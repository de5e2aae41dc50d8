/** The GitHub token: checked at once when saved, told in words, never shown again. */
import { useState } from 'preact/hooks';
import { OuterLink } from '../../components/OuterLink.tsx';
import type { TokenStatus } from '../../lib/protocol.ts';
import type { Failure } from '../../lib/result.ts';
import { call } from '../kit/client.ts';
import { useCall, usePage } from '../kit/page.tsx';

/** GitHub's own form for a fine-grained token. */
const NEW_TOKEN = 'https://github.com/settings/personal-access-tokens/new';

function StatusWords({ status }: { status: TokenStatus }) {
  const { i18n } = usePage();
  const facts = [
    i18n.t('options.token.kept'),
    status.limit === null ? '' : i18n.t('options.token.limit', { left: status.left ?? 0, limit: status.limit }),
    status.expiresAt === null ? '' : i18n.t('options.token.expires', { date: i18n.date(status.expiresAt) }),
  ];
  return (
    <>
      <p role="status">{facts.filter(Boolean).join(' ')}</p>
      {status.scopes.length > 0 && (
        <p class="notice">{i18n.t('options.token.scopes', { scopes: i18n.list(status.scopes) })}</p>
      )}
      {status.problem && <p class="notice">{i18n.maybe(`failure.${status.problem}`) ?? status.problem}</p>}
    </>
  );
}

/** Why a token was not kept. */
function Refusal({ kind }: { kind: Failure['kind'] }) {
  const { i18n } = usePage();
  const words = kind === 'invalid-input' ? i18n.t('options.token.shape') : i18n.maybe(`failure.${kind}`);
  return (
    <p role="alert" class="notice">
      {words ?? kind}
    </p>
  );
}

export function TokenSection() {
  const { i18n } = usePage();
  const status = useCall('token.status', null, ['settings']);
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function save(event: Event) {
    event.preventDefault();
    setBusy(true);
    const answer = await call('token.set', { token: token.trim() });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setToken('');
    await status.reload();
  }
  async function clear() {
    await call('token.clear', null);
    await status.reload();
  }
  return (
    <section class="settings">
      <h2>{i18n.t('options.token')}</h2>
      <p>
        {i18n.t('options.token.body')} <OuterLink url={NEW_TOKEN}>{i18n.t('options.token.new')}</OuterLink>
      </p>
      {status.value && <StatusWords status={status.value} />}
      <form class="inline" onSubmit={save}>
        <label class="field grow">
          <span>{i18n.t('options.token.label')}</span>
          <input
            type="password"
            autocomplete="off"
            spellcheck={false}
            dir="ltr"
            value={token}
            onInput={(e) => setToken(e.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={busy || !token.trim()}>
          {i18n.t('options.token.save')}
        </button>
        {status.value && (
          <button type="button" class="button" onClick={clear}>
            {i18n.t('options.token.clear')}
          </button>
        )}
      </form>
      {failure && <Refusal kind={failure.kind} />}
    </section>
  );
}
