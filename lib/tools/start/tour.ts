/** The headless demonstration: reads the articles as a reader would and tells what it saw. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ProjectReport } from '../../domain/signal.ts';
import { askBackground } from '../browser/ask-background.ts';
import { badges, card, dismissWelcome, hover, pressInCard, shoot, until, wait } from '../browser/reader.ts';
import type { Driver } from '../browser/types.ts';
import { DEMO_LANGUAGES } from './demo-server.ts';
import { figureRows } from './figures.ts';
import { table } from './table.ts';

/** Projects whose figures the snapshot has and whose work is easy to follow; the first keeps a roadmap with a long history. */
const TO_HOVER = ['monero', 'ssv-network', 'lido'];
/** A live read of a small project takes some seconds; longer than this GitHub is computing or away. */
const LIVE_MS = 25_000;

export interface TourInput {
  driver: Driver;
  origin: string;
  url?: string;
  shots: string;
  /** Where README's picture goes, when it is to be refreshed. */
  readmePicture?: string;
  say(text: string): void;
}

async function shot(page: Page, input: TourInput, name: string): Promise<string> {
  const path = join(input.shots, `${input.driver.kind}-${name}.png`);
  await shoot(page, path);
  input.say(`picture: ${path}`);
  return path;
}

async function settled(own: Page, projectId: string): Promise<ProjectReport> {
  const ask = () => askBackground<ProjectReport>(own, 'report.known', { projectId });
  const end = Date.now() + LIVE_MS;
  let report = await ask();
  while (report.progress === 'loading' && Date.now() < end) {
    await wait(500);
    report = await ask();
  }
  return report;
}

/** What GitHub said, in words; undefined where all went well. */
function troubles(reports: ProjectReport[]): string | undefined {
  const kinds = [...new Set(reports.flatMap((report) => report.failures.map(({ kind }) => kind)))];
  if (kinds.length === 0) return undefined;
  const away = kinds.some((kind) => kind === 'offline' || kind === 'timeout');
  return away
    ? 'GitHub could not be reached: the figures below come from the snapshot that Roadmark brings along.'
    : `GitHub did not answer everything (${kinds.join(', ')}): the snapshot's figures stand where nothing newer came.`;
}

async function readArticle(input: TourInput, url: string): Promise<{ page: Page; rows: string[][] }> {
  const { driver, say } = input;
  say(`opens ${url}`);
  const page = await driver.open(url);
  // A fresh install opens the welcome page in front; what lies behind it gets no idle time and no pointer.
  await page.bringToFront();
  const seen = await until('badges', async () => {
    const found = await badges(driver, page);
    return found.length > 0 && found;
  }).catch(() => []);
  await wait(600);
  const all = seen.length > 0 ? await badges(driver, page) : seen;
  say(`${all.length} badges`);
  return { page, rows: all.map(({ project, label }) => [new URL(url).pathname, project, label]) };
}

/** Runs it; throws where the page, the badges or the card don't come. */
export async function tour(input: TourInput): Promise<void> {
  const { driver, origin, say } = input;
  mkdirSync(input.shots, { recursive: true });
  await dismissWelcome(driver);
  const recognised: string[][] = [];
  const reasons: string[][] = [];
  const urls = input.url ? [input.url] : DEMO_LANGUAGES.map((lang) => `${origin}/${lang}`);
  const hovered: string[] = [];
  for (const [index, url] of urls.entries()) {
    const { page, rows } = await readArticle(input, url);
    recognised.push(...rows);
    await shot(page, input, `page-${index + 1}`);
    if (index === 0) {
      const here = rows.map((row) => row[1] as string);
      const wanted = [
        ...TO_HOVER.filter((id) => here.includes(id)),
        ...here.filter((id) => !TO_HOVER.includes(id)),
      ].slice(0, 3);
      for (const id of wanted) {
        say(`hovers ${id}`);
        await page.bringToFront();
        const { name, text } = await hover(driver, page, id);
        const why = await driver.inOverlay(page, (root) => root.querySelector('.rm-reason')?.textContent ?? '', null);
        reasons.push([name, why ?? text.slice(0, 60)]);
        await wait(1500);
        const path = await shot(page, input, `card-${id}`);
        if (id === wanted[0] && input.readmePicture) copyFileSync(path, input.readmePicture);
        if (await pressInCard(driver, page, /^watch|watch/i)) say(`watches ${id}`);
        hovered.push(id);
        await page.keyboard.press('Escape');
        await page.mouse.move(5, 5);
        await until('the card to close', async () => !(await card(driver, page)), 5000);
      }
    }
    await page.close();
  }
  const list = await driver.open(driver.address('watchlist.html'));
  const reports: ProjectReport[] = [];
  for (const id of hovered) reports.push(await settled(list, id));
  await list.reload().catch(() => {});
  await wait(1200);
  await shot(list, input, 'watchlist');
  if (hovered[0]) {
    const project = await driver.open(driver.address(`project.html?id=${hovered[0]}`));
    await wait(1500);
    await shot(project, input, 'project');
    await project.close();
  }
  say(`\nRecognised\n${table(['page', 'project', 'says'], recognised)}`);
  say(`\nWhy\n${table(['project', 'reason'], reasons, 110)}`);
  const words = troubles(reports);
  if (words) say(`\n${words}`);
  const now = Date.now();
  say(
    `\nFigures\n${table(
      ['project', 'signal', 'value', 'source', 'age'],
      reports.flatMap((report) => figureRows(report, now)),
    )}`,
  );
  if (recognised.length === 0) throw new Error('No project was recognised on any page.');
}
