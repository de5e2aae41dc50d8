/** Notifications as a whole, with the browser's permission, and the hours in which none comes. */
import { useEffect, useState } from 'preact/hooks';
import { askToNotify, mayNotify, watchNotifyPermission } from '../kit/notice-permission.ts';
import { usePage } from '../kit/page.tsx';

/** Minutes since midnight as a time field holds them ("22:00"). */
export function timeOfMinute(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Minutes since midnight of a time field's text; undefined where it is empty or none. */
export function minuteOfTime(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function QuietHours() {
  const { i18n, settings, patchSettings } = usePage();
  const field = (key: 'quietFrom' | 'quietTo', words: string) => (
    <label class="field">
      <span>{words}</span>
      <input
        type="time"
        required
        disabled={!settings.quiet}
        value={timeOfMinute(settings[key])}
        onChange={(e) => {
          const minute = minuteOfTime(e.currentTarget.value);
          if (minute !== undefined) void patchSettings({ [key]: minute });
        }}
      />
    </label>
  );
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.quiet}
          onChange={(e) => patchSettings({ quiet: e.currentTarget.checked })}
        />
        <span>{i18n.t('options.notices.quiet')}</span>
      </label>
      {field('quietFrom', i18n.t('options.notices.from'))}
      {field('quietTo', i18n.t('options.notices.to'))}
    </>
  );
}

export function Notices() {
  const { i18n, settings, patchSettings } = usePage();
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () => void mayNotify().then(setAllowed);
    look();
    return watchNotifyPermission(look);
  }, []);
  async function set(on: boolean) {
    // The browser's own question comes first: it must follow from the click.
    if (on) setAllowed(await askToNotify());
    await patchSettings({ notices: on });
  }
  return (
    <section class="settings">
      <h2>{i18n.t('options.notices')}</h2>
      <p>{i18n.t('options.notices.body')}</p>
      <label class="check">
        <input type="checkbox" checked={settings.notices} onChange={(e) => set(e.currentTarget.checked)} />
        <span>{i18n.t('options.notices.on')}</span>
      </label>
      {settings.notices && allowed === false && (
        <p role="status">
          {i18n.t('options.notices.denied')}{' '}
          <button type="button" class="button small" onClick={() => set(true)}>
            {i18n.t('options.notices.allow')}
          </button>
        </p>
      )}
      {settings.notices && <QuietHours />}
    </section>
  );
}
