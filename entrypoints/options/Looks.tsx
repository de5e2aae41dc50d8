/** Language, theme, badges and the card's delay. */
import type { Settings } from '../../lib/protocol.ts';
import { usePage } from '../kit/page.tsx';

/** Each language in its own words: a reader who can't read the current one must find theirs. */
const LANGUAGES: [Settings['language'], string | null][] = [
  ['auto', null],
  ['en', 'English'],
  ['ar', 'العربية'],
  ['zh_CN', '简体中文'],
];
const THEMES = ['auto', 'light', 'dark'] as const;
const STYLES = ['colour', 'plain'] as const;
const DENSITIES = ['first', 'all', 'strip-only'] as const;
/** Delays offered, ms: from at once to clearly on purpose; 500 is the default of the design. */
const DELAYS = [200, 350, 500, 800, 1200] as const;
/** Most badges on a page: 25 is the default; 100 is more than any article names. */
const MOST_BADGES = 100;

export function Looks() {
  const { i18n, settings, patchSettings } = usePage();
  return (
    <section class="settings">
      <h2>{i18n.t('options.looks')}</h2>
      <label class="field">
        <span>{i18n.t('options.language')}</span>
        <select
          value={settings.language}
          onChange={(e) => patchSettings({ language: e.currentTarget.value as Settings['language'] })}
        >
          {LANGUAGES.map(([value, words]) => (
            <option key={value} value={value}>
              {words ?? i18n.t('options.auto')}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{i18n.t('options.theme')}</span>
        <select
          value={settings.theme}
          onChange={(e) => patchSettings({ theme: e.currentTarget.value as Settings['theme'] })}
        >
          {THEMES.map((value) => (
            <option key={value} value={value}>
              {i18n.t(`options.theme.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{i18n.t('options.density')}</span>
        <select
          value={settings.badgeDensity}
          onChange={(e) => patchSettings({ badgeDensity: e.currentTarget.value as Settings['badgeDensity'] })}
        >
          {DENSITIES.map((value) => (
            <option key={value} value={value}>
              {i18n.t(`options.density.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{i18n.t('options.style')}</span>
        <select
          value={settings.badgeStyle}
          onChange={(e) => patchSettings({ badgeStyle: e.currentTarget.value as Settings['badgeStyle'] })}
        >
          {STYLES.map((value) => (
            <option key={value} value={value}>
              {i18n.t(`options.style.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{i18n.t('options.maxBadges')}</span>
        <input
          type="number"
          min={1}
          max={MOST_BADGES}
          value={settings.maxBadges}
          onChange={(e) => {
            const n = e.currentTarget.valueAsNumber;
            if (Number.isInteger(n) && n >= 1 && n <= MOST_BADGES) void patchSettings({ maxBadges: n });
          }}
        />
      </label>
      <label class="field">
        <span>{i18n.t('options.delay')}</span>
        <select
          value={String(settings.cardDelayMs)}
          onChange={(e) => patchSettings({ cardDelayMs: Number(e.currentTarget.value) })}
        >
          {DELAYS.map((ms) => (
            <option key={ms} value={String(ms)}>
              {i18n.t('options.delay.ms', { s: i18n.number(ms / 1000, { minimumFractionDigits: 1 }) })}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.toolbarCount}
          onChange={(e) => patchSettings({ toolbarCount: e.currentTarget.checked })}
        />
        <span>{i18n.t('options.toolbarCount')}</span>
      </label>
    </section>
  );
}
