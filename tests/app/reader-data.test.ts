import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportJson } from '../../lib/domain/keep/canonical.ts';
import { writeFile } from '../../lib/domain/keep/file.ts';
import { emptyReaderData } from '../../lib/domain/keep/reader-data.ts';
import { savedText, takeFile } from './kept-file.ts';
import { makeWorld } from './world.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/keep', name), 'utf8');
const textOf = (kind: 'json' | 'csv', world: ReturnType<typeof makeWorld>) =>
  savedText(kind, world.services.readerData.read);

describe('createReaderData', () => {
  it('gives back the bytes of an export that a new profile imported: every kind of row and the settings', async () => {
    const world = makeWorld();
    const text = fixture('export-v1.json');
    expect(await takeFile('json', text, world.services.readerData.preview)).toMatchObject({
      value: { watchlist: { added: 4 }, ownProjects: { added: 1 }, corrections: { added: 2 }, visits: { added: 1 } },
    });
    expect(await textOf('json', world)).toBe(exportJson(emptyReaderData()));
    await takeFile('json', text, world.services.readerData.import);
    expect(await textOf('json', world)).toBe(text);
    expect(await textOf('csv', world)).toBe(fixture('watchlist-v1.csv'));
    // Once more changes nothing.
    expect(await takeFile('json', text, world.services.readerData.import)).toMatchObject({
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
    expect(await takeFile('json', bad, world.services.readerData.import)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-input', detail: /^line 18: visits\.0\.items\.0\.status/ },
    });
    expect(await takeFile('csv', 'project_id\na', world.services.readerData.import)).toMatchObject({ ok: false });
    expect(await textOf('json', world)).toBe(before);
  });

  it('takes 10,000 rows at once, and none of them twice', async () => {
    const world = makeWorld();
    const watchlist = Array.from({ length: 10_000 }, (_, i) => ({
      ...{ projectId: `p${String(i).padStart(5, '0')}`, addedAt: i, updatedAt: i, tags: ['x'] },
      ...{ notes: `note ${i}`, archived: false, notify: true },
    }));
    const text = exportJson({ ...emptyReaderData(), watchlist });
    expect(await takeFile('json', text, world.services.readerData.import)).toMatchObject({
      value: { watchlist: { added: 10_000 } },
    });
    expect(await takeFile('json', text, world.services.readerData.import)).toMatchObject({
      value: { watchlist: { same: 10_000 } },
    });
    expect(await textOf('json', world)).toBe(text);
  }, 60_000);

  it('holds no token, no cache, no log, no sync state, and names the day in its file name', async () => {
    const world = makeWorld();
    await world.services.tokens.set('github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb');
    await world.services.watchlist.set('alpha', true);
    await world.services.reports.live('alpha', 'manual');
    const data = await world.services.readerData.read();
    if (!data.ok) throw new Error(data.failure.kind);
    const { name, text } = writeFile('json', data.value, world.env.now());
    expect(name).toBe('roadmark-2026-06-17.json');
    expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(emptyReaderData()));
    expect(text).not.toMatch(/github_pat|etag|api\.github\.com|pending/);
  });
});
