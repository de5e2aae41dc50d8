/**
 * Notices of confirmed changes, each told once. What was told stands in the database as the number of the last change; before a
 * notice is shown it is written down that it will be, and after that it was. A worker that dies in between is followed by one that
 * asks the browser whether that notice stands: shown again under the same name it replaces itself, so that none is lost or doubled.
 */
import { projectPath } from '../domain/project-path.ts';
import type { NoticeItem } from '../domain/watch/changes.ts';
import { isQuiet, localMinute, quietEnd } from '../domain/watch/quiet.ts';
import type { Env } from '../env.ts';
import type { ChangeRecord, RoadmarkDb, Store } from '../io/db.ts';
import type { SettingsStore } from '../io/settings.ts';
import type { Projects } from './projects.ts';

/** What only the browser can do. */
export interface Notifier {
  /** Whether the browser's permission is there. */
  allowed(): Promise<boolean>;
  /** Shows the items as one notice; an equal id replaces what stands. False where the browser refused. */
  show(id: string, items: NoticeItem[]): Promise<boolean>;
  /** Ids of notices that stand now. */
  standing(): Promise<string[]>;
}

export interface Notices {
  /** Shows what is due. Never throws. Returns Unix ms at which quiet hours end where something waits for that, else null. */
  deliver(): Promise<number | null>;
  /** The reader clicked or closed a notice: it was told. */
  handled(id: string): Promise<void>;
}

const NOTICES_KEY = 'notices';
const PREFIX = 'roadmark-notice';

interface Told {
  on: boolean;
  /** Number of the last change that was told, or passed over. */
  upTo: number;
  /** Announced to the browser and not known to be there yet. */
  showing: { id: string; upTo: number } | null;
}
const NOTHING: Told = { on: false, upTo: 0, showing: null };

const noticeId = (upTo: number, projectId: string | null) => `${PREFIX} ${upTo} ${projectId ?? ''}`;

/** The page that belongs to a notice: the project's where it is about one, else the watchlist. Undefined for another's notice. */
export function pageOfNotice(id: string): string | undefined {
  const [prefix, , projectId] = id.split(' ');
  if (prefix !== PREFIX) return undefined;
  return projectId ? projectPath(projectId) : '/watchlist.html';
}

const toldOf = async (db: RoadmarkDb): Promise<Told> => ({
  ...NOTHING,
  ...((await db.meta.get(NOTICES_KEY))?.value as Partial<Told> | undefined),
});
const keep = (db: RoadmarkDb, told: Told) => db.meta.put({ key: NOTICES_KEY, value: told });

/** Changes after `told` that their projects' own switches let through. */
async function pendingOf(db: RoadmarkDb, after: number, upTo: number): Promise<ChangeRecord[]> {
  const changes = await db.changes.where('id').between(after, upTo, false, true).toArray();
  const records = await db.watchlist.bulkGet(changes.map(({ projectId }) => projectId));
  return changes.filter((_, i) => records[i]?.notify === true && records[i]?.archived === false);
}

interface Due {
  id: string;
  items: ChangeRecord[];
  /** It was begun before: it may stand already. */
  begun: boolean;
}

/** Decides what is to be shown and writes that down, in one transaction; "waiting" where quiet hours hold it back. */
async function begin(db: RoadmarkDb, wanted: boolean, quiet: boolean): Promise<Due | 'waiting' | null> {
  return db.transaction('rw', db.meta, db.changes, db.watchlist, async () => {
    const told = await toldOf(db);
    const newest = (await db.changes.orderBy('id').last())?.id ?? 0;
    if (!wanted) {
      if (told.on) await keep(db, NOTHING);
      return null;
    }
    if (!told.on) {
      // Switched on: what happened before is seen on the watchlist page.
      await keep(db, { on: true, upTo: newest, showing: null });
      return null;
    }
    const upTo = told.showing?.upTo ?? newest;
    const items = await pendingOf(db, told.upTo, upTo);
    if (items.length === 0) {
      if (upTo > told.upTo || told.showing) await keep(db, { on: true, upTo, showing: null });
      return null;
    }
    if (quiet) return 'waiting';
    if (told.showing) return { id: told.showing.id, items, begun: true };
    const ids = new Set(items.map(({ projectId }) => projectId));
    const id = noticeId(upTo, ids.size === 1 ? ([...ids][0] ?? null) : null);
    await keep(db, { ...told, showing: { id, upTo } });
    return { id, items, begun: false };
  });
}

async function finish(db: RoadmarkDb, id: string): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const told = await toldOf(db);
    if (told.showing?.id === id) await keep(db, { on: told.on, upTo: told.showing.upTo, showing: null });
  });
}

/** Makes the notices. `minute` is the reader's minute of the day, 0–1439. */
export function createNotices(parts: {
  env: Env;
  store: Store;
  settings: SettingsStore;
  projects: Projects;
  notifier: Notifier;
  minute?(now: number): number;
}): Notices {
  const { env, store, settings, projects, notifier } = parts;
  const minuteOf = parts.minute ?? localMinute;

  const named = async (records: ChangeRecord[]): Promise<NoticeItem[]> => {
    const items: NoticeItem[] = [];
    for (const { projectId, change } of records) {
      const project = await projects.find(projectId);
      items.push({ projectId, name: project.ok ? project.value.name : projectId, change });
    }
    return items;
  };
  const once = async (): Promise<number | null> => {
    const { notices, quiet, quietFrom, quietTo } = await settings.get();
    const wanted = notices && (await notifier.allowed());
    const hours = quiet ? { from: quietFrom, to: quietTo } : null;
    for (;;) {
      const now = env.now();
      const minute = minuteOf(now);
      const due = await store.run((db) => begin(db, wanted, isQuiet(minute, hours)));
      if (!due.ok || due.value === null) return null;
      if (due.value === 'waiting') return hours && quietEnd(now, minute, hours);
      const { id, items, begun } = due.value;
      const stands = begun && (await notifier.standing()).includes(id);
      if (!stands && !(await notifier.show(id, await named(items)))) return null;
      if (!(await store.run((db) => finish(db, id))).ok) return null;
    }
  };
  // One after the other: two at once would show the same.
  let running: Promise<number | null> = Promise.resolve(null);
  return {
    deliver() {
      running = running.then(once).catch((error) => {
        console.error('notices', error);
        return null;
      });
      return running;
    },
    async handled(id) {
      await store.run((db) => finish(db, id));
    },
  };
}
