/** Where browsers are: the environment, the PATH, the usual places of each system. Only Node's own modules: see setup.mjs. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Full paths by platform; `~` is the home folder. */
const PLACES = {
  darwin: {
    chromium: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    firefox: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      '~/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
  },
  win32: {
    chromium: [
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      '~\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      '~\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    ],
    firefox: [
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
    ],
  },
  linux: {
    chromium: [
      '/usr/bin/chromium',
      '/usr/bin/google-chrome',
      '/opt/google/chrome/chrome',
      '/usr/lib/chromium/chromium',
    ],
    firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/opt/firefox/firefox', '/usr/lib/firefox/firefox'],
  },
};

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first browser of that kind, as a full path, or undefined. */
function find(kind, env, platform) {
  const named = env[`ROADMARK_${kind.toUpperCase()}`];
  if (named) return runnable(named) ? named : undefined;
  const ending = platform === 'win32' ? '.exe' : '';
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((dir) => NAMES[kind].map((name) => join(dir, name + ending)));
  const home = env.HOME ?? env.USERPROFILE ?? '';
  const usual = (PLACES[platform]?.[kind] ?? []).map((path) => path.replace(/^~/, home));
  return [...onPath, ...usual].find(runnable);
}

/** Paths of the browsers that are here. `env` and `platform` are arguments for the tests' sake. */
export function findBrowsers(env = process.env, platform = process.platform) {
  return { chromium: find('chromium', env, platform), firefox: find('firefox', env, platform) };
}
