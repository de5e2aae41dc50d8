import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportJson } from '../../lib/domain/keep/canonical.ts';
import { emptyReaderData } from '../../lib/domain/keep/reader-data.ts';
import { makeWorld } from './world.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/keep', name), 'utf8');
const textOf = async (kind: 'json' | 'csv', world: ReturnType<typeof makeWorld>) => {
  const file = await world.services.readerData.export(kind);
  return file.ok ? file.value.text : file.failure.kind;
};

describe('createReaderData', () => {
  it('gives back the bytes of an export that a new profile imported: every kind of row and the settings', async () => {
    const world = makeWorld();
    const text = fixture('export-v1.json');
    expect(await world.services.readerData.preview('json', text)).toMatchObject({
      value: { watchlist: { added: 4 }, ownProjects: { added: 1 }, corrections: { added: 2 }, visits: { added: 1 } },
    });
    expect(await textOf('json', world)).toBe(exportJson(emptyReaderData()));
    await world.services.readerData.import('json', text);
    expect(await textOf('json', world)).toBe(text);
    expect(await textOf('csv', world)).toBe(fixture('watchlist-v1.csv'));
    // Once more changes nothing.
    expect(await world.services.readerData.import('json', text)).toMatchObject({
      value: { watchlist: { same: 4, changed: 0 } },
    });
    expect(await textOf('json', world)).toBe(text);
    expect(await world.services.settings.get()).toMatchObject({ language: 'ar', toolbarCount: false });
  });

  it('changes nothing for a bad file, of either kind', async () => {
    const world = makeWorld();
    await world.services.watchlist.set('alpha', true);
    const before = await textOf('json', world);
    const bad = fixture('export-v1.json').replace('"status":"planned"', '"status":"perhaps"');
    expect(await world.services.readerData.import('json', bad)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-input', detail: /^line 18: visits\.0\.items\.0\.status/ },
    });
    expect(await world.services.readerData.import('csv', 'project_id\na')).toMatchObject({ ok: false });
    expect(await textOf('json', world)).toBe(before);
  });

  it('takes 10,000 rows at once, and none of them twice', async () => {
    const world = makeWorld();
    const watchlist = Array.from({ length: 10_000 }, (_, i) => ({
      ...{ projectId: `p${String(i).padStart(5, '0')}`, addedAt: i, updatedAt: i, tags: ['x'] },
      ...{ notes: `note ${i}`, archived: false, notify: true },
    }));
    const text = exportJson({ ...emptyReaderData(), watchlist });
    expect(await world.services.readerData.import('json', text)).toMatchObject({
      value: { watchlist: { added: 10_000 } },
    });
    expect(await world.services.readerData.import('json', text)).toMatchObject({
      value: { watchlist: { same: 10_000 } },
    });
    expect(await textOf('json', world)).toBe(text);
  }, 60_000);

  it('holds no token, no cache, no log, no sync state, and names the day in its file name', async () => {
    const world = makeWorld();
    await world.services.tokens.set('github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb');
    await world.services.watchlist.set('alpha', true);
    await world.services.reports.live('alpha', 'manual');
    const file = await world.services.readerData.export('json');
    if (!file.ok) throw new Error(file.failure.kind);
    expect(file.value.fileName).toBe('roadmark-2026-06-17.json');
    expect(Object.keys(JSON.parse(file.value.text))).toEqual(Object.keys(emptyReaderData()));
    expect(file.value.text).not.toMatch(/github_pat|etag|api\.github\.com|pending/);
  });
});
