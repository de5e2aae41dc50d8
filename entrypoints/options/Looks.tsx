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
const DELAYS: readonly number[] = [200, 350, 500, 800, 1200];
/** Most badges on a page: 25 is the default; 100 is more than any article names. */
const MOST_BADGES = 100;

/** One choice of several: `words` says each value as the reader sees it. */
function Choice<T extends string | number>(props: {
  label: string;
  value: T;
  values: readonly T[];
  words(value: T): string;
  onChoose(value: T): void;
}) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select
        value={String(props.value)}
        onChange={(e) => {
          const chosen = props.values.find((value) => String(value) === e.currentTarget.value);
          if (chosen !== undefined) props.onChoose(chosen);
        }}
      >
        {props.values.map((value) => (
          <option key={value} value={String(value)}>
            {props.words(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

function MostBadges() {
  const { i18n, settings, patchSettings } = usePage();
  return (
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
  );
}

/** How marks on a page look, and how many there are. */
function BadgeChoices() {
  const { i18n, settings, patchSettings } = usePage();
  return (
    <>
      <Choice
        label={i18n.t('options.density')}
        value={settings.badgeDensity}
        values={DENSITIES}
        words={(value) => i18n.t(`options.density.${value}`)}
        onChoose={(badgeDensity) => patchSettings({ badgeDensity })}
      />
      <Choice
        label={i18n.t('options.style')}
        value={settings.badgeStyle}
        values={STYLES}
        words={(value) => i18n.t(`options.style.${value}`)}
        onChoose={(badgeStyle) => patchSettings({ badgeStyle })}
      />
      <MostBadges />
    </>
  );
}

function ToolbarCount() {
  const { i18n, settings, patchSettings } = usePage();
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={settings.toolbarCount}
        onChange={(e) => patchSettings({ toolbarCount: e.currentTarget.checked })}
      />
      <span>{i18n.t('options.toolbarCount')}</span>
    </label>
  );
}

export function Looks() {
  const { i18n, settings, patchSettings } = usePage();
  return (
    <section class="settings">
      <h2>{i18n.t('options.looks')}</h2>
      <Choice
        label={i18n.t('options.language')}
        value={settings.language}
        values={LANGUAGES.map(([language]) => language)}
        words={(value) => LANGUAGES.find(([language]) => language === value)?.[1] ?? i18n.t('options.auto')}
        onChoose={(language) => patchSettings({ language })}
      />
      <Choice
        label={i18n.t('options.theme')}
        value={settings.theme}
        values={THEMES}
        words={(value) => i18n.t(`options.theme.${value}`)}
        onChoose={(theme) => patchSettings({ theme })}
      />
      <BadgeChoices />
      <Choice
        label={i18n.t('options.delay')}
        value={settings.cardDelayMs}
        values={DELAYS}
        words={(ms) => i18n.t('options.delay.ms', { s: i18n.number(ms / 1000, { minimumFractionDigits: 1 }) })}
        onChoose={(cardDelayMs) => patchSettings({ cardDelayMs })}
      />
      <ToolbarCount />
    </section>
  );
}
