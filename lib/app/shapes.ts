/** The shape of every request. Content scripts run beside hostile pages: nothing is taken on trust. */
import * as v from 'valibot';
import { OwnProjectSchema, ReaderDataSchema, VisitSchema, WatchEntrySchema } from '../domain/keep/reader-data.ts';
import { SETTING_SHAPES } from '../io/settings.ts';
import type { CallName } from '../protocol.ts';

/** Longest address taken: what browsers themselves allow in practice, far above any article's. */
const MAX_URL_CHARS = 8_000;
/** Most prefilter keys of one page: a page of 5 MB hits a few thousand. */
const MAX_KEYS = 50_000;
/** Most projects of one page for which short facts are asked. */
const MAX_IDS = 2_000;
/** Most roadmap items of one page: the longest roadmap page seen has about 200. */
const MAX_ITEMS = 2_000;

const id = v.pipe(v.string(), v.maxLength(200));
const url = v.pipe(v.string(), v.maxLength(MAX_URL_CHARS));
const nothing = v.optional(v.nullable(v.object({})), null);
const oneProject = v.object({ projectId: id });
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const { tags, notes, archived, notify } = WatchEntrySchema.entries;

export const SHAPES: Record<CallName, v.GenericSchema> = {
  'page.lookup': v.object({ url, keys: v.pipe(v.array(v.number()), v.maxLength(MAX_KEYS)) }),
  'overlay.inject': nothing,
  'card.inject': nothing,
  'overlay.init': nothing,
  'badge.facts': v.object({ projectIds: v.pipe(v.array(id), v.maxLength(MAX_IDS)) }),
  'report.known': oneProject,
  'report.live': v.object({ projectId: id, reason: v.picklist(['card', 'page', 'watch', 'manual']) }),
  'page.open': oneProject,
  'page.count': v.object({ projectIds: v.pipe(v.array(id), v.maxLength(MAX_IDS)) }),
  'report.recompute': oneProject,
  'report.history': oneProject,
  'recent.list': nothing,
  'watch.set': v.object({ projectId: id, watched: v.boolean() }),
  'mute.set': v.object({ projectId: id, scope: v.picklist(['page', 'site', 'everywhere']), url, muted: v.boolean() }),
  'site.set': v.object({ host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)), off: v.boolean() }),
  'settings.get': nothing,
  'settings.patch': v.partial(v.object(SETTING_SHAPES)),
  'requests.list': v.object({ limit: count }),
  'budget.get': nothing,
  'roadmap.inject': nothing,
  'roadmap.visit': v.object({ projectId: id, url, items: v.pipe(VisitSchema.entries.items, v.maxLength(MAX_ITEMS)) }),
  'watch.rows': nothing,
  'watch.visited': nothing,
  'watch.edit': v.object({ projectId: id, patch: v.partial(v.object({ tags, notes, archived, notify })) }),
  'watch.restore': v.object({ entry: WatchEntrySchema }),
  'refresh.get': nothing,
  'refresh.set': v.object({ paused: v.boolean() }),
  'refresh.now': nothing,
  'sync.get': nothing,
  'sync.set': v.object({ on: v.boolean() }),
  'sync.now': nothing,
  'sync.forget': nothing,
  'data.read': nothing,
  'data.preview': v.object({ data: ReaderDataSchema }),
  'data.import': v.object({ data: ReaderDataSchema }),
  'registry.search': v.object({ query: v.pipe(v.string(), v.maxLength(200)), limit: count }),
  'own.list': nothing,
  'own.draft': v.object({ id }),
  // Repositories as they were typed: an address, owner/name, or an owner; the use case reads them.
  'own.save': v.object({
    project: v.object({
      ...OwnProjectSchema.entries,
      id: v.union([v.literal(''), id]),
      repos: v.array(url),
    }),
  }),
  'own.remove': v.object({ id }),
  'mute.list': nothing,
  'cache.size': nothing,
  'cache.clear': nothing,
  'token.set': v.object({ token: v.pipe(v.string(), v.maxLength(500)) }),
  'token.status': nothing,
  'token.clear': nothing,
  'tab.look': v.object({ tabId: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  'sites.known': nothing,
  'snapshot.status': nothing,
  'snapshot.source': v.object({
    source: v.nullable(v.object({ address: url, publicKey: v.nullable(v.pipe(v.string(), v.maxLength(100))) })),
  }),
  'snapshot.check': nothing,
  'lens.read': v.object({ tabId: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  'lens.facts': v.object({
    projectIds: v.pipe(v.array(id), v.maxLength(MAX_IDS)),
    sectors: v.pipe(v.array(id), v.maxLength(MAX_IDS)),
  }),
};

/**
 * What a content script may call. The rest is for the extension's own pages: a page that gets hold of a content script's
 * world must not read the reader's watchlist, notes, token state or request log.
 */
export const FROM_PAGES: ReadonlySet<CallName> = new Set<CallName>([
  'page.lookup',
  'overlay.inject',
  'card.inject',
  'overlay.init',
  'badge.facts',
  'report.known',
  'report.live',
  'page.open',
  'page.count',
  'watch.set',
  'mute.set',
  'site.set',
  'settings.get',
  'roadmap.inject',
  'roadmap.visit',
]);
