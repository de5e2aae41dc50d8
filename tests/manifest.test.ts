/** The manifests that stores get: least permissions, one list of sites, nothing of the demo build. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TAB_COMMANDS, TOGGLE_COMMAND } from '../lib/app/surfaces.ts';
import { siteMatches } from '../lib/domain/sites.ts';

const ROOT = join(import.meta.dirname, '..');

/** Each permission, why it is asked for, and the call that needs it. */
const PERMISSIONS: Record<string, [reason: string, use: RegExp]> = {
  storage: [
    'the switch per site, the language and the optional sync of ids',
    /storage\.(local|sync|session|onChanged)/,
  ],
  alarms: ['the daily refresh of watched projects, and questions that GitHub was still computing', /alarms\./],
  scripting: ['the overlay enters a page only when there is something to show', /scripting\./],
  activeTab: [
    'a single look at a page that is not on the list, by a click of the reader',
    /activeTab|tabs\.query|action\./,
  ],
  contextMenus: ['"Look up …" for selected text', /contextMenus\?*\./],
  sidePanel: ['the projects of this page beside a long article', /sidePanel|sidebarAction/],
};

function sources(dir: string): string {
  return readdirSync(join(ROOT, dir))
    .map((name) => {
      const path = join(dir, name);
      if (statSync(join(ROOT, path)).isDirectory()) return sources(path);
      return /\.(ts|tsx)$/.test(name) ? readFileSync(join(ROOT, path), 'utf8') : '';
    })
    .join('\n');
}
const code = ['entrypoints', 'lib/app', 'lib/io'].map(sources).join('\n');

describe.each(['chrome-mv3', 'firefox-mv3'])('manifest of %s', (build) => {
  const file = join(ROOT, '.output', build, 'manifest.json');
  if (!existsSync(file)) {
    it('is built', () => expect.fail(`${file} is missing: run "npm run build" first`));
    return;
  }
  const manifest = JSON.parse(readFileSync(file, 'utf8'));

  it('is of version 3 and names the extension in the reader’s language', () => {
    expect(manifest).toMatchObject({ manifest_version: 3, name: '__MSG_extName__', default_locale: 'en' });
  });

  it('names exactly the keyboard commands that the background carries out', () => {
    expect(Object.keys(manifest.commands).sort()).toEqual([...TAB_COMMANDS, TOGGLE_COMMAND].sort());
  });

  it('asks for permissions that have a reason and a use, and no other', () => {
    for (const permission of manifest.permissions) {
      const known = PERMISSIONS[permission];
      expect([permission, known?.[1].test(code)]).toEqual([permission, true]);
    }
  });

  it('may read the default sites and no other', () => {
    expect([...manifest.host_permissions].sort()).toEqual([...siteMatches()].sort());
    for (const script of manifest.content_scripts)
      expect([...script.matches].sort()).toEqual([...siteMatches()].sort());
  });

  it('holds nothing of the demo build', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/localhost|127\.0\.0\.1|http:\/\//);
  });

  it('asks for more only by a click of the reader', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(manifest.optional_permissions ?? []).toEqual(['notifications']);
  });

  it('opens no file to pages and loosens no policy', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    const policy = manifest.content_security_policy?.extension_pages ?? "script-src 'self'";
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('has its icons at every size', () => {
    for (const size of ['16', '32', '48', '96', '128']) {
      expect(existsSync(join(ROOT, '.output', build, manifest.icons[size]))).toBe(true);
    }
  });

  it('names the oldest browser that it works in', () => {
    // Chrome 120: unlimited alarms of 30 s; Firefox 140: the first that knows data_collection_permissions.
    if (build === 'chrome-mv3') expect(manifest.minimum_chrome_version).toBe('120');
    else {
      expect(manifest.browser_specific_settings.gecko).toMatchObject({
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      });
    }
  });
});
