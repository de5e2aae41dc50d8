/** Snapshot updates in real browsers: an address and a key in Options, a signed file from that host alone, a forged one refused, a way back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { parseSnapshot } from '../../lib/domain/snapshot/decode.ts';
import { encodeSnapshot } from '../../lib/domain/snapshot/encode.ts';
import { WEEK_MS } from '../../lib/domain/time.ts';
import { until } from '../../lib/tools/browser/reader.ts';
import { newKeyPair, signText } from '../../lib/tools/snapshot/sign.ts';
import { BROWSERS, outside, type Stage, setStage } from './kit.ts';

/** A host that the browser lets the extension ask from the start: nobody can press the browser's own prompt here. */
const ADDRESS = 'www.coingecko.com/roadmark/snapshot.json';
const PROJECT = 'lido';
/** A figure that no history gives by chance. */
const DEVELOPERS = 77;

/** The shipped snapshot with one project a few weeks further on. */
function laterSnapshot(): string {
  const shipped = readFileSync(join(import.meta.dirname, '../../public/data/snapshot.json'), 'utf8');
  const parsed = parseSnapshot(shipped, 0);
  if (!parsed.ok) throw new Error(parsed.failure.detail);
  for (const { id, code } of parsed.value.projects) {
    if (id !== PROJECT) continue;
    code.asOf = parsed.value.asOf + WEEK_MS;
    code.series.developers[code.series.developers.length - 1] = DEVELOPERS;
  }
  return encodeSnapshot(parsed.value);
}

describe.each(BROWSERS)('a snapshot update in %s', (kind) => {
  let stage: Stage;
  let publicKey = '';
  let options: Page;
  const shelf = { text: '', signature: '', etag: '"1"' };
  beforeAll(async () => {
    stage = await setStage(kind);
    const keys = await newKeyPair();
    publicKey = keys.publicKey;
    shelf.text = laterSnapshot();
    shelf.signature = await signText(shelf.text, keys.privateKey);
    stage.world.serve(ADDRESS, (req, res) => {
      const same = req.headers['if-none-match'] === shelf.etag;
      res.writeHead(same ? 304 : 200, { 'content-type': 'application/json', etag: shelf.etag });
      res.end(same ? undefined : shelf.text);
    });
    stage.world.serve(`${ADDRESS}.sig`, (_req, res) => res.writeHead(200).end(shelf.signature));
    options = await stage.driver.open(stage.driver.address('options.html'));
  });
  afterAll(() => stage?.close());

  const section = () =>
    options.evaluate(() => document.querySelector<HTMLElement>('[data-section="snapshot"]')?.textContent ?? '');
  const press = (nth: number) =>
    options.evaluate((at) => {
      document.querySelectorAll<HTMLButtonElement>('[data-section="snapshot"] button')[at]?.click();
    }, nth);
  const developers = async () => {
    const { code } = await stage.ask<ProjectReport>('report.known', { projectId: PROJECT });
    return code.signals.find(({ id }) => id === 'active-developers')?.value;
  };
  const asked = () => outside(stage.world).filter((address) => address.includes('/roadmark/'));

  it('asks nothing before an address is given', async () => {
    await until('the section', async () => (await section()).includes('came with Roadmark'));
    expect(asked()).toEqual([]);
    expect(await developers()).not.toBe(DEVELOPERS);
  });

  it('takes a signed, newer file from the address and shows its figures, also after the worker is gone', async () => {
    await options.bringToFront();
    await options.type('[data-section="snapshot"] input[type=url]', `https://${ADDRESS}`);
    await options.type('[data-section="snapshot"] input:not([type=url])', publicKey);
    await until('the fingerprint', async () => /([0-9a-f]{4} ){7}/.test(await section()));
    await options.click('[data-section="snapshot"] button[type=submit]');
    await until('the update', async () => (await section()).includes('an update,'));
    await stage.shot(options, 'snapshot-update');
    expect(await developers()).toBe(DEVELOPERS);
    await stage.driver.killBackground();
    expect(await until('the next worker', developers)).toBe(DEVELOPERS);
    expect(asked()).toEqual(
      ['snapshot.delta.json', 'snapshot.json', 'snapshot.json.sig'].map((file) => `www.coingecko.com/roadmark/${file}`),
    );
    const log = await options.evaluate(() => document.body.textContent);
    expect(log).toContain('/roadmark/snapshot.json');
  });

  it('hears "nothing newer", then refuses a file that another key signed, and keeps its figures', async () => {
    await press(0);
    await until('the answer', async () => (await section()).includes('nothing newer'));
    const forger = await newKeyPair();
    shelf.text = shelf.text.replace('"origin":"git"', '"origin":"github"');
    shelf.signature = await signText(shelf.text, forger.privateKey);
    shelf.etag = '"2"';
    await press(0);
    await until('the refusal', async () => (await section()).includes('the signature does not fit'));
    await stage.shot(options, 'snapshot-refused');
    expect(await developers()).toBe(DEVELOPERS);
  });

  it('goes back to the bundled snapshot', async () => {
    await press(1);
    await until('the bundled one', async () => (await section()).includes('came with Roadmark'));
    expect(await developers()).not.toBe(DEVELOPERS);
  });
});
