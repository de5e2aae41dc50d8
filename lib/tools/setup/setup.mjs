/**
 * Makes a bare clone ready: packages as the lockfile has them, a Chromium and a Firefox. Runs before `npm start` and `npm test`
 * on whatever Node the machine has (18 or newer), so it uses Node's own modules alone.
 * What it found goes to node_modules/.roadmark-setup.json, which the other programs read.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './find-browsers.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const RECORD = join(ROOT, 'node_modules', '.roadmark-setup.json');
const DEBIAN_PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };
/** Without these a headless machine draws Arabic and Chinese as boxes. */
const DEBIAN_FONTS = { ar: 'fonts-noto-core', zh: 'fonts-noto-cjk' };

const say = (text) => process.stdout.write(`[setup] ${text}\n`);

/** Runs a program with its output on the terminal; true where it ended well. */
function run(command, args, env = {}) {
  say(`${command.split(/[\\/]/).pop()} ${args.map((arg) => arg.split(/[\\/]/).pop()).join(' ')}`);
  const done = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return done.status === 0;
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(RECORD, 'utf8'));
  } catch {
    return {};
  }
}

/** Changes when the lockfile, the operating system or the processor does. */
function stampNow() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`;
}

/** Installs the lockfile's packages. npm is started by the machine's own Node: ours goes away while npm empties node_modules. */
function installPackages() {
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional'];
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const done =
    npm && node && existsSync(node) && existsSync(npm)
      ? run(node, [npm, ...args])
      : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (done) return;
  say('npm could not install the packages: see above. Is the package registry reachable?');
  process.exit(1);
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  // Ubuntu's package of that name only points to a snap, which cannot be driven in a throw-away profile.
  return /^ID=debian$/m.test(release) && spawnSync('apt-get', ['--version']).status === 0;
}

/** True where fontconfig knows a font for the language. */
function hasFont(lang) {
  const found = spawnSync('fc-list', [`:lang=${lang}`, 'family'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim() !== '';
}

/** Installs what is missing by apt; fonts may fail, a browser's absence is told by the caller. */
function installByApt(missing) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  say(`installs ${missing.map((name) => DEBIAN_PACKAGES[name]).join(' and ')} from Debian (some minutes)`);
  run('apt-get', ['update'], quiet);
  for (const name of missing) {
    run('apt-get', ['install', '-y', '--no-install-recommends', DEBIAN_PACKAGES[name]], quiet);
  }
  for (const [lang, pack] of Object.entries(DEBIAN_FONTS)) {
    if (!hasFont(lang)) run('apt-get', ['install', '-y', '--no-install-recommends', pack], quiet);
  }
}

function adviceFor(name) {
  const want = name === 'chromium' ? 'Chromium or Google Chrome 120 or newer' : 'Firefox 140 or newer';
  const variable = `ROADMARK_${name.toUpperCase()}`;
  return `No ${name === 'chromium' ? 'Chromium' : 'Firefox'} found. Install ${want}, or name its program in ${variable}.`;
}

function browsers() {
  let found = findBrowsers();
  const missing = () => Object.keys(DEBIAN_PACKAGES).filter((name) => !found[name]);
  if (missing().length > 0 && isDebianRoot()) {
    installByApt(missing());
    found = findBrowsers();
  }
  for (const name of missing()) say(adviceFor(name));
  for (const [name, path] of Object.entries(found)) if (path) say(`${name}: ${path}`);
  return found;
}

const stamp = stampNow();
if (readRecord().stamp !== stamp) {
  say('installs the packages of package-lock.json (once; about a minute)');
  installPackages();
}
const found = browsers();
writeFileSync(RECORD, `${JSON.stringify({ stamp, browsers: found }, null, 2)}\n`);
if (!found.chromium && !found.firefox) process.exit(1);
say('ready');
