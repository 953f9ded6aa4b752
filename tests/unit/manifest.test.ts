import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultMatches, optInMatches, sites } from '@/utils/sites';
import { mediaHostsOf } from '@/utils/sites/media-hosts';

const mediaHosts = [...new Set(sites.flatMap(({ id }) => mediaHostsOf(id)))];

/**
 * What the built extension asks of a browser. A change here is a change of what people grant, so it is written down
 * twice: here, and with its reason in docs/privacy.md. The builds are made by `npm test` before this runs.
 */
const BUILDS = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
} as const;

describe.each(Object.entries(BUILDS))('the manifest for %s', (browser, folder) => {
  if (!existsSync(`${folder}/manifest.json`))
    throw new Error(`${folder} is not built; run "npm run build" first`);
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));

  test('asks for these permissions and no more', () => {
    const everywhere = ['storage', 'unlimitedStorage', 'contextMenus', 'activeTab', 'scripting', 'alarms'];
    expect(manifest.permissions).toEqual(
      browser === 'chromium' ? [...everywhere, 'offscreen', 'sidePanel'] : everywhere,
    );
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_permissions).toEqual(['downloads']);
  });

  test('has a side panel that opens only when it is asked for', () => {
    const sidebar = {
      default_panel: 'sidepanel.html',
      default_title: '__MSG_extName__',
      open_at_install: false,
    };
    expect(manifest.side_panel).toEqual(
      browser === 'chromium' ? { default_path: 'sidepanel.html' } : undefined,
    );
    expect(manifest.sidebar_action).toEqual(browser === 'firefox' ? sidebar : undefined);
  });

  test('runs on the hosts of the sites and no others, with the bridge at the same places', () => {
    const [bridge, scanner, ...more] = manifest.content_scripts;
    expect(more).toEqual([]);
    expect([...scanner.matches].sort()).toEqual([...defaultMatches].sort());
    expect(scanner).toMatchObject({ run_at: 'document_start', js: ['content-scripts/scanner.js'] });
    expect(scanner).not.toHaveProperty('world');
    // Chromium carries a page's marks into its shadow roots, and does not know the key.
    expect(scanner.css_origin).toBe(browser === 'firefox' ? 'user' : undefined);
    expect(bridge).toEqual({
      matches: scanner.matches,
      js: ['content-scripts/bridge.js'],
      run_at: 'document_start',
      world: 'MAIN',
    });
  });

  test('asks for the hosts of further sites, and of files, only when the reader turns them on', () => {
    expect([...manifest.optional_host_permissions].sort()).toEqual([...optInMatches, ...mediaHosts].sort());
    // What is granted for looking into files must not let the extension into pages.
    for (const { matches } of manifest.content_scripts)
      for (const host of mediaHosts) expect(matches).not.toContain(host);
  });

  test('names single hosts, never all of the web', () => {
    for (const pattern of [...defaultMatches, ...optInMatches, ...mediaHosts])
      expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+\.[a-z0-9.-]+\/.*\*$/);
  });

  test("leaves no name in the page's own world", () => {
    const code = readFileSync(`${folder}/content-scripts/bridge.js`, 'utf8');
    expect(code.slice(0, 12)).toBe('(function(){');
    const meddling =
      /\b(chrome|browser)\.runtime\b|XMLHttpRequest|\bfetch\(|\.prototype\.\w+\s*=[^=]|\bwindow\.\w+\s*=[^=]/;
    expect(meddling.exec(code)?.[0]).toBeUndefined();
  });

  test('gives pages nothing to find or to call', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('lets its own pages load nothing from elsewhere but parts of files, as data', () => {
    const { extension_pages: policy, ...others } = manifest.content_security_policy;
    expect(others).toEqual({});
    const directives = Object.fromEntries(
      (policy as string).split('; ').map((directive) => {
        const [name, ...values] = directive.split(' ');
        return [name, values];
      }),
    );
    const { 'connect-src': connect, ...rest } = directives;
    expect(rest).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'blob:', 'data:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
    const hosts = mediaHosts.map((pattern) => pattern.slice(0, -2));
    expect(connect!.toSorted()).toEqual(["'self'", 'data:', ...hosts].toSorted());
  });

  test('declares that it collects no data, where the browser asks', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.browser_specific_settings?.gecko?.data_collection_permissions).toEqual(
      browser === 'firefox' ? { required: ['none'] } : undefined,
    );
  });

  test('names every permission with its reason in docs/privacy.md', () => {
    const privacy = readFileSync('docs/privacy.md', 'utf8');
    for (const permission of [...manifest.permissions, ...manifest.optional_permissions])
      expect(privacy).toMatch(new RegExp(`^\\| \`${permission}\` +\\|.{20}`, 'm'));
  });

  test('holds no rule examples, and no script that evaluates text', () => {
    const scripts = (readdirSync(folder, { recursive: true }) as string[]).filter((name) =>
      name.endsWith('.js'),
    );
    const holding = (words: RegExp) =>
      scripts.filter((name) => words.test(readFileSync(`${folder}/${name}`, 'utf8')));
    expect(scripts.length).toBeGreaterThan(2);
    expect(holding(/[{,]"?(hits|misses)"?:\[/)).toEqual([]);
    expect(holding(/\beval\(|new Function\(/)).toEqual([]);
  });
});
