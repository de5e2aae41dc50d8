/** `npm test`: every check in order, visible while it runs, one line of counts at the end. Exit code 1 if any failed. */
import { type StdioOptions, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { type Count, countVitest, lintComplaints } from './count.ts';
import { type Step, steps } from './steps.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const REPORTS = join(ROOT, 'node_modules/.cache/roadmark-check');

/** Where the set-up found the browsers; the tests read the same variables. */
function browserEnv(): Record<string, string> {
  const found = join(ROOT, 'node_modules/.roadmark-setup.json');
  if (!existsSync(found)) return {};
  const { browsers = {} } = JSON.parse(readFileSync(found, 'utf8')) as { browsers?: Record<string, string | null> };
  const env: Record<string, string> = {};
  if (browsers.chromium) env.ROADMARK_CHROMIUM = browsers.chromium;
  if (browsers.firefox) env.ROADMARK_FIREFOX = browsers.firefox;
  return env;
}

interface Ran {
  code: number;
  /** What it wrote, where the step wants it read. */
  output: string;
}

function run(step: Step): Promise<Ran> {
  const bin = join(ROOT, 'node_modules/.bin');
  const env = { ...process.env, ...browserEnv(), PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  return new Promise((done) => {
    const [program = '', ...args] = step.command;
    const stdio: StdioOptions = step.kind === 'web-ext' ? ['ignore', 'pipe', 'inherit'] : 'inherit';
    const child = spawn(program, args, { cwd: ROOT, env, stdio, shell: process.platform === 'win32' });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', () => done({ code: 1, output }));
    child.on('exit', (code) => done({ code: code ?? 1, output }));
  });
}

/** A step counts as one check; a test run as its tests; the add-on linter fails on warnings too. */
function count(step: Step, { code, output }: Ran): Count {
  if (step.report) {
    const report = existsSync(step.report) ? JSON.parse(readFileSync(step.report, 'utf8')) : null;
    return countVitest(report, code === 0);
  }
  if (step.kind === 'web-ext') {
    const complaints = lintComplaints(output);
    for (const complaint of complaints ?? ['no report']) console.log(`  ${complaint}`);
    return complaints?.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function main(): Promise<void> {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const started = Date.now();
  const all = steps(REPORTS);
  const only = process.argv.slice(2);
  const total: Count = { passed: 0, failed: 0 };
  const failures: string[] = [];
  for (const [index, step] of all.entries()) {
    if (only.length > 0 && !only.some((word) => step.name.includes(word))) continue;
    console.log(`\n[${index + 1}/${all.length}] ${step.name} (${Math.round((Date.now() - started) / 1000)} s so far)`);
    const counts = count(step, await run(step));
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (counts.failed > 0) failures.push(`${step.name}: ${counts.failed} failed`);
  }
  console.log(
    `\n${failures.length > 0 ? `Failed:\n${failures.map((f) => `  ${f}`).join('\n')}` : 'All checks passed.'}`,
  );
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
