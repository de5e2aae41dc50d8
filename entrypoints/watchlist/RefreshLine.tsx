/** How the refresh stands: what is left, how many checks remain and until when, pause and "refresh now". */
import { call } from '../kit/client.ts';
import { useCall, usePage } from '../kit/page.tsx';

export function RefreshLine() {
  const { i18n } = usePage();
  const state = useCall('refresh.get', null, ['refresh', 'watchlist', 'report']);
  const value = state.value;
  if (!value) return null;
  const words = value.paused
    ? i18n.t('watch.refresh.paused')
    : value.left > 0
      ? i18n.t('watch.refresh.left', { n: value.left })
      : i18n.t('watch.refresh.idle');
  async function set(paused: boolean) {
    await call('refresh.set', { paused });
    await state.reload();
  }
  async function now() {
    await call('refresh.now', null);
    await state.reload();
  }
  return (
    <div class="refresh">
      <p role="status" class="muted">
        {words}
        {!value.paused &&
          value.nextAt !== null &&
          ` · ${i18n.t('watch.refresh.next', { time: i18n.time(value.nextAt) })}`}
        {value.budget &&
          ` · ${i18n.t('watch.refresh.budget', { n: value.budget.left, time: i18n.time(value.budget.resetAt) })}`}
      </p>
      <button type="button" class="button small" onClick={now}>
        {i18n.t('watch.refresh')}
      </button>
      <button type="button" class="button small" onClick={() => set(!value.paused)}>
        {i18n.t(value.paused ? 'watch.refresh.resume' : 'watch.refresh.pause')}
      </button>
    </div>
  );
}
