/** Settings of record: one row per key, so that two windows that change different keys don't undo each other. */
import * as v from 'valibot';
import { ok, type Result } from '../result.ts';
import type { Store } from './db.ts';

/** Most badges on one page: above it a page is a list, and marks become noise. */
const MAX_BADGES = 40;
/** Product promise: the card opens after half a second of rest. */
const CARD_DELAY_MS = 500;
/** Quiet hours unless the reader says otherwise, in minutes since local midnight: most people's night. */
const QUIET_FROM = 22 * 60;
const QUIET_TO = 8 * 60;
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));

/** Each setting with its check and its default. A stored value that does not pass is as good as absent. */
export const SETTING_SHAPES = {
  language: v.picklist(['auto', 'en', 'ar', 'zh_CN']),
  theme: v.picklist(['auto', 'light', 'dark']),
  badgeDensity: v.picklist(['first', 'all', 'strip-only']),
  badgeStyle: v.picklist(['colour', 'plain']),
  maxBadges: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  cardDelayMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)),
  offSites: v.array(v.pipe(v.string(), v.maxLength(253))),
  /** Notifications as a whole; each watched project has its own switch besides. */
  notices: v.boolean(),
  quiet: v.boolean(),
  quietFrom: minute,
  quietTo: minute,
  /** The number of this page's projects on the toolbar button. */
  toolbarCount: v.boolean(),
};
export type SettingsRecord = { [K in keyof typeof SETTING_SHAPES]: v.InferOutput<(typeof SETTING_SHAPES)[K]> };

export const DEFAULT_SETTINGS: SettingsRecord = {
  language: 'auto',
  theme: 'auto',
  badgeDensity: 'first',
  badgeStyle: 'colour',
  maxBadges: MAX_BADGES,
  cardDelayMs: CARD_DELAY_MS,
  offSites: [],
  // Off: the browser's permission for them is asked for by a click in Options.
  notices: false,
  quiet: true,
  quietFrom: QUIET_FROM,
  quietTo: QUIET_TO,
  toolbarCount: true,
};

export interface SettingsStore {
  /** Never fails: what can't be read stands at its default or at what was set since the start. */
  get(): Promise<SettingsRecord>;
  patch(patch: Partial<SettingsRecord>): Promise<Result<SettingsRecord>>;
  /** Adds or takes a host from the switched-off sites, in one transaction. */
  setSite(host: string, off: boolean): Promise<Result<SettingsRecord>>;
}

/** A site that is switched off takes its sub-domains along; so whoever switches one of them on switches it on. */
const covers = (site: string, host: string) => host === site || host.endsWith(`.${site}`);

type Key = keyof SettingsRecord;
const KEYS = Object.keys(SETTING_SHAPES) as Key[];

/** Makes the settings over `store`. */
export function createSettings(store: Store): SettingsStore {
  let memory: Partial<SettingsRecord> = {};
  const get = async (): Promise<SettingsRecord> => {
    const rows = await store.run((db) => db.settings.bulkGet(KEYS));
    const stored: Record<string, unknown> = {};
    KEYS.forEach((key, i) => {
      const value = rows.ok ? rows.value[i]?.value : undefined;
      if (v.is(SETTING_SHAPES[key], value)) stored[key] = value;
    });
    return { ...DEFAULT_SETTINGS, ...stored, ...memory };
  };
  return {
    get,
    async patch(patch) {
      // What could not be written before goes along.
      const wanted = { ...memory, ...patch };
      const rows = KEYS.filter((key) => wanted[key] !== undefined).map((key) => ({ key, value: wanted[key] }));
      const written = await store.run((db) => db.settings.bulkPut(rows));
      memory = written.ok ? {} : wanted;
      return written.ok ? ok(await get()) : written;
    },
    async setSite(host, off) {
      const next = (sites: string[]) =>
        off ? [...new Set([...sites, host])].sort() : sites.filter((s) => !covers(s, host));
      const written = await store.run((db) =>
        db.transaction('rw', db.settings, async () => {
          const row = await db.settings.get('offSites');
          const sites = memory.offSites ?? (v.is(SETTING_SHAPES.offSites, row?.value) ? row.value : []);
          await db.settings.put({ key: 'offSites', value: next(sites) });
        }),
      );
      if (written.ok) {
        const { offSites: _, ...rest } = memory;
        memory = rest;
        return ok(await get());
      }
      // For as long as this worker lives the reader's wish holds.
      memory = { ...memory, offSites: next((await get()).offSites) };
      return written;
    },
  };
}
