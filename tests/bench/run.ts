/**
 * `npm run bench [-- --write] [-- --tabs 9]`: measures in real Chromium and prints a table; `--write` puts it into
 * README between its markers. Ratios count: L is the bare walk through the same page in the same tab.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import type { PackedPrefilter } from '../../lib/domain/detect/prefilter.ts';
import { packPrefilter } from '../../lib/domain/detect/prefilter-build.ts';
import { decodeRegistry } from '../../lib/domain/registry/format.ts';
import type { Project } from '../../lib/domain/registry/project.ts';
import type { BenchContext, BenchRow } from './framework.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');
const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';
/** Nine fresh tabs a figure: the least of nine was stable to 15% on two noisy cores. */
const TABS = 9;

async function pageScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: join(HERE, 'page.ts'), formats: ['iife'], name: 'benchPage' } },
  });
  const output = (Array.isArray(result) ? result[0] : result) as unknown as { output: { code: string }[] };
  return (output.output[0] as { code: string }).code;
}

function registry(): Project[] {
  const decoded = decodeRegistry(JSON.parse(readFileSync(join(ROOT, 'public', 'data', 'registry.json'), 'utf8')));
  if (!decoded.ok) throw new Error('the registry can not be read');
  return decoded.value;
}

/** The registry cut or filled up with made-up names to `count` projects. */
function sized(projects: Project[], count: number): Project[] {
  const list = projects.slice(0, count);
  for (let i = list.length; i < count; i++) {
    const name = `Zq${i.toString(36)}on`;
    list.push({
      id: name,
      name,
      aliases: [],
      nameClass: 'U',
      domains: [`${name.toLowerCase()}.example`],
      repos: [],
      orgs: [],
      sectors: [],
      slugs: {},
      sources: ['bench'],
    });
  }
  return list;
}

async function loadRows(): Promise<BenchRow[]> {
  const files = readdirSync(join(HERE, 'rows'))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const modules = await Promise.all(
    files.map((name) => import(join(HERE, 'rows', name)) as Promise<{ rows: BenchRow[] }>),
  );
  return modules.flatMap(({ rows }) => rows);
}

function intoReadme(table: string): void {
  const path = join(ROOT, 'README.md');
  const text = readFileSync(path, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  const block = `${START}\n${table}\n${END}`;
  const next =
    start >= 0 && end > start
      ? text.slice(0, start) + block + text.slice(end + END.length)
      : `${text.trimEnd()}\n\n## Speed\n\n${block}\n`;
  writeFileSync(path, next);
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--tabs');
  const tabs = at > 0 ? Number(process.argv[at + 1]) : TABS;
  const executablePath = [process.env.ROADMARK_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  if (!executablePath) throw new Error('no Chromium was found; set ROADMARK_CHROMIUM');
  const code = await pageScript();
  const projects = registry();
  const packed = new Map<number, PackedPrefilter>();
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context: BenchContext = {
    browser,
    tabs,
    async tab() {
      const page = await browser.newPage();
      await page.setContent('<!doctype html><title>bench</title><body></body>');
      await page.evaluate(code);
      return page;
    },
    prefilter(count = projects.length) {
      const known = packed.get(count) ?? packPrefilter(sized(projects, count));
      packed.set(count, known);
      return known;
    },
  };
  const lines = ['| figure | goal | measured | |', '|---|---|---|---|'];
  try {
    for (const row of await loadRows()) {
      const { value, met, note } = await row.run(context);
      lines.push(`| ${row.figure} | ${row.goal} | ${value} | ${met ? 'met' : `missed${note ? `: ${note}` : ''}`} |`);
      console.log(lines[lines.length - 1]);
    }
  } finally {
    await browser.close();
  }
  const table = lines.join('\n');
  console.log(`\n${table}`);
  if (process.argv.includes('--write')) intoReadme(table);
}

await main();
