/**
 * Every message between content scripts, pages and the background: request, result, failure kinds.
 * The background answers each call with a Result; an exception there becomes a failure of kind "bug".
 * Page text never travels: the detector sends hashes and the page's address, nothing else.
 */
import type { IdentityRule, LookAlike, NameEntry } from './domain/detect/types.ts';
import type { MergePreview } from './domain/keep/merge.ts';
import type { Correction, OwnProject, ReaderData, Visit, WatchEntry } from './domain/keep/reader-data.ts';
import type { BudgetNote, ProjectReport, SignalId, WeeklySeries } from './domain/signal.ts';
import type { SectorFigures } from './domain/snapshot/baselines.ts';
import type { Change } from './domain/watch/changes.ts';
import type { WatchRowModel } from './domain/watch/row.ts';
import type { Failure, FailureKind, Result } from './result.ts';

export type { NameEntry };

export interface PageLookup {
  /** Address without fragment. Stays on the device. */
  url: string;
  /** Prefilter keys that the page's text hit, unique; see lib/domain/detect. */
  keys: number[];
}

export interface PageAnswer {
  /** False: the reader switched this site off, or nothing is known here: show nothing. */
  show: boolean;
  identity: { projectId: string; rule: IdentityRule; matched: string; guess: boolean } | null;
  lookAlike: LookAlike | null;
  names: NameEntry[];
  /** Ids that the reader muted here ("not this project"). */
  muted: string[];
  maxBadges: number;
}

/** Short facts for a badge before its card opens: from snapshot and cache only, never a request. */
export interface BadgeFacts {
  projectId: string;
  name: string;
  codeVerdict: string;
  roadmapVerdict: string;
  activeDevelopers: number | null;
  drawdown: number | null;
  asOf: number | null;
  /** Accessible name in the reader's language where it is no project's verdict: of a sector or idea. */
  label?: string;
}

export type MuteScope = 'page' | 'site' | 'everywhere';

export interface RequestLogRow {
  id: number;
  at: number;
  host: string;
  path: string;
  purpose: string;
  projectId: string | null;
  status: number | null;
  failure: string | null;
  ms: number;
}

/** Settings that content scripts and pages see; the background's database is the record. */
export interface Settings {
  language: 'auto' | 'en' | 'ar' | 'zh_CN';
  theme: 'auto' | 'light' | 'dark';
  badgeDensity: 'first' | 'all' | 'strip-only';
  /** Marks in colour, or in the page's grey: their shapes say the same. */
  badgeStyle: 'colour' | 'plain';
  maxBadges: number;
  /** Delay before the card opens, ms. */
  cardDelayMs: number;
  offSites: string[];
  /** Notifications as a whole. They also need the browser's permission, which the Options page asks for. */
  notices: boolean;
  /** Quiet hours: what happens inside them is told after them, as one summary. */
  quiet: boolean;
  /** Minutes since local midnight, 0–1439; the span may cross midnight. */
  quietFrom: number;
  quietTo: number;
  /** The number of this page's projects on the toolbar button. */
  toolbarCount: boolean;
}

/** One watched project as the watchlist page shows it, with what it needs to undo its removal. */
export interface WatchPageData {
  rows: { row: WatchRowModel; entry: WatchEntry }[];
  changes: { projectId: string; name: string; change: Change }[];
  /** Unix ms; null at the first visit. */
  lastVisitAt: number | null;
}

export interface RefreshState {
  paused: boolean;
  /** Watched projects that are due and not read yet. */
  left: number;
  /** Unix ms of the next planned read; null where none is planned. */
  nextAt: number | null;
  budget: BudgetNote | null;
}

/** What is known of the kept token; never the token itself. */
export interface TokenStatus {
  /** Unix ms of the last check. */
  checkedAt: number;
  /** Scopes of a classic token; empty for a fine-grained one without permissions: what is wanted. */
  scopes: string[];
  expiresAt: number | null;
  left: number | null;
  limit: number | null;
  /** Why it does not work any more. */
  problem: FailureKind | null;
}

/** What came of the last question for a newer snapshot; `bad-signature` is the one failure that only updates have. */
export type SnapshotOutcome = 'new' | 'unchanged' | 'bad-signature' | FailureKind;

/** Where snapshots come from, what is in use, and when the address was and will be asked (Unix ms). */
export interface SnapshotStatus {
  /** null: the bundled snapshot alone; nothing is asked. */
  address: string | null;
  /** The publisher's key that the reader gave (raw Ed25519, base64); null: the keys of this build count. */
  ownKey: string | null;
  /** Of the keys that count. */
  fingerprints: string[];
  inUse: { from: 'bundled' | 'update'; asOf: number; projects: number } | null;
  askedAt: number | null;
  nextAt: number | null;
  outcome: SnapshotOutcome | null;
  detail: string | null;
}

/** How the optional sync of ids and tags through the browser's account storage stands. */
export interface SyncStatus {
  on: boolean;
  /** Unix ms of the last time that this machine and the account agreed; null before the first. */
  at: number | null;
  /** Projects that travel, removals not counted, and bytes of the 102,400 that the account has room for. */
  rows: number;
  bytes: number;
  /** Why the last try did not work: "too-large" and "storage-full", the room is used up; "rate-limited", too many writes. */
  failure: Failure | null;
}

export interface ProjectHit {
  projectId: string;
  name: string;
  symbol: string | null;
  sectors: string[];
  watched: boolean;
}

/** name → [request, result]. One entry per call. */
export interface Calls {
  'page.lookup': [PageLookup, PageAnswer];
  /** Asks the background to inject the overlay into the sender's frame. */
  'overlay.inject': [null, null];
  /** Asks for /card.js in the sender's frame: the card's script, when badges stand and the browser is idle. */
  'card.inject': [null, null];
  /** Language, strings of the active catalogue and settings for the overlay. */
  'overlay.init': [
    null,
    { language: Exclude<Settings['language'], 'auto'>; strings: Record<string, string>; settings: Settings },
  ];
  'badge.facts': [{ projectIds: string[] }, BadgeFacts[]];
  /** What is at hand: snapshot and cache; never a request. */
  'report.known': [{ projectId: string }, ProjectReport];
  /** Reads what is stale; resolves when done or failed. Progress comes over the `report` port. */
  'report.live': [{ projectId: string; reason: 'card' | 'page' | 'watch' | 'manual' }, ProjectReport];
  /** Opens the project page in a tab; a content script may not open one itself. */
  'page.open': [{ projectId: string }, null];
  /** What stands in the sender's frame; counted on the toolbar with the tab's other frames, each project once, as in the popup. */
  'page.count': [{ projectIds: string[] }, null];
  /** Derives every figure again from the stored facts; never a request. */
  'report.recompute': [{ projectId: string }, { id: SignalId; equal: boolean }[]];
  /** Weekly figures from the first commit on; null where the report's own three years are all that is known. Never a request. */
  'report.history': [{ projectId: string }, WeeklySeries | null];
  /** Projects whose card or page the reader opened last, newest first; not from private windows. */
  'recent.list': [null, ProjectHit[]];
  'watch.set': [{ projectId: string; watched: boolean }, { watched: boolean }];
  'mute.set': [{ projectId: string; scope: MuteScope; url: string; muted: boolean }, null];
  'site.set': [{ host: string; off: boolean }, null];
  'settings.get': [null, Settings];
  'settings.patch': [Partial<Settings>, Settings];
  'requests.list': [{ limit: number }, RequestLogRow[]];
  'budget.get': [null, BudgetNote | null];

  /** Asks for /roadmap-page.js in the sender's frame: the reader has a roadmap page of the project's own site open. Not in private windows. */
  'roadmap.inject': [null, null];
  /** Items of the project's own roadmap page that the reader has open; kept on the device as the reader's data, never sent on. Not from private windows. */
  'roadmap.visit': [{ projectId: string; url: string; items: Visit['items'] }, { kept: boolean }];
  /** The watchlist page's rows, with what changed since the reader was there last. Never a request. */
  'watch.rows': [null, WatchPageData];
  /** The reader was shown the changes: the next visit counts from now. */
  'watch.visited': [null, null];
  'watch.edit': [
    { projectId: string; patch: Partial<Pick<WatchEntry, 'tags' | 'notes' | 'archived' | 'notify'>> },
    WatchEntry,
  ];
  /** Puts a removed project back exactly as it was: undo. */
  'watch.restore': [{ entry: WatchEntry }, null];
  'refresh.get': [null, RefreshState];
  'refresh.set': [{ paused: boolean }, RefreshState];
  /** Queues every watched project that is not fresh, ahead of the plan. */
  'refresh.now': [null, RefreshState];
  'sync.get': [null, SyncStatus];
  /** Switching on brings both sides together and removes nothing; switching off leaves both as they are. */
  'sync.set': [{ on: boolean }, SyncStatus];
  'sync.now': [null, SyncStatus];
  /** Switches off and takes what Roadmark keeps in the account away. */
  'sync.forget': [null, SyncStatus];
  'data.read': [null, ReaderData];
  'data.preview': [{ data: ReaderData }, MergePreview];
  'data.import': [{ data: ReaderData }, MergePreview];
  /** By name, alias, symbol or native name, best first; the reader's own projects too. */
  'registry.search': [{ query: string; limit: number }, ProjectHit[]];
  'own.list': [null, OwnProject[]];
  /** Adds or replaces; `id` empty makes a new one. */
  /** What is on record of a project, in the form in which the reader corrects it. */
  'own.draft': [{ id: string }, OwnProject];
  'own.save': [{ project: OwnProject }, OwnProject];
  'own.remove': [{ id: string }, null];
  'mute.list': [null, Correction[]];
  'cache.size': [null, { rows: number; bytes: number | null }];
  'cache.clear': [null, null];
  /** Checks the token with GitHub and keeps it only when it is valid; it is never sent back. */
  'token.set': [{ token: string }, TokenStatus];
  /** null: no token is kept. */
  'token.status': [null, TokenStatus | null];
  'token.clear': [null, null];
  /** A single look at a tab that the reader pointed at (activeTab): injects the detector once. */
  'tab.look': [{ tabId: number }, null];
  /** Match patterns of all known project sites, for one grant. */
  'sites.known': [null, string[]];
  'snapshot.status': [null, SnapshotStatus];
  /** Another address for snapshot updates, asked at once; null: back to the bundled snapshot. */
  'snapshot.source': [{ source: { address: string; publicKey: string | null } | null }, SnapshotStatus];
  /** Asks the address now. */
  'snapshot.check': [null, SnapshotStatus];
  /** Puts the reader's lens into a tab that the reader pointed at; the panel then asks the tab itself (`LensMessage`). */
  'lens.read': [{ tabId: number }, null];
  /** Reports and baselines at hand, by id; never a request. "all" is the baseline of all sectors. */
  'lens.facts': [{ projectIds: string[]; sectors: string[] }, LensFacts];
}

export interface LensFacts {
  reports: ProjectReport[];
  baselines: SectorFigures[];
}

/** What the side panel asks of the lens in a tab, by tabs.sendMessage. "lens" answers a LensReading, or null when cut short. */
export type LensMessage = { roadmark: 1; tab: 'lens' } | { roadmark: 1; tab: 'lens-terms'; on: boolean };

/** What popup and side panel ask of the overlay in a tab, by tabs.sendMessage. */
export type TabMessage =
  | { roadmark: 1; tab: 'findings' }
  | { roadmark: 1; tab: 'next-badge' | 'open-card' }
  | { roadmark: 1; tab: 'scroll' | 'mark' | 'unmark'; key: string };

/** The overlay's answer: ids and the names as they stand, in reading order. */
export interface TabFindings {
  projects: { key: string; projectId: string; text: string; about: boolean }[];
}
export type CallName = keyof Calls;
export type CallRequest<N extends CallName> = Calls[N][0];
export type CallResult<N extends CallName> = Result<Calls[N][1]>;

/** The envelope on the wire. `roadmark` guards against other senders' shapes. */
export interface CallMessage<N extends CallName = CallName> {
  roadmark: 1;
  name: N;
  request: CallRequest<N>;
}

/** Port from the side panel to a tab: the tab posts the key of the mention that the reader points at, null for none. */
export const POINTED_PORT = 'roadmark-pointed';

/** Port for the open card: post `{projectId}`; the background posts a ProjectReport each time that more is known. */
export const REPORT_PORT = 'roadmark-report';
