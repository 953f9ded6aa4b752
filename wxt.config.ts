import type { Browser } from '@wxt-dev/browser';
import { defineConfig } from 'wxt';
import { adapterVersion } from './scripts/lib/adapter-version';
import { foldData } from './scripts/lib/fold-data';
import { leanPacks } from './scripts/lib/lean-packs';
import { allMediaHosts, policySources } from './scripts/lib/media-hosts';
import { PACKS_FILE, packsFile } from './scripts/lib/packs-file';

/**
 * The permissions each have a reason in docs/privacy.md; tests/unit/manifest.test.ts snapshots them. WXT adds
 * `sidePanel` for Chromium; Firefox needs none for its sidebar.
 */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'contextMenus', 'activeTab', 'scripting', 'alarms'];
/** Asked for in the click that turns scheduled backups on. */
const OPTIONAL_PERMISSIONS = ['downloads'];
const NAME = '__MSG_extName__';
/** Asked for in the click that turns the looking into files on for a site. */
const MEDIA_HOSTS = allMediaHosts();
/**
 * Nothing from elsewhere but parts of files, from hosts that the reader has allowed; WebAssembly of the package itself
 * checks signatures, in a worker.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  `connect-src 'self' data: ${policySources(MEDIA_HOSTS).join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The scanner names all hosts and excludes those that the reader turns on in the options; these become optional. The
 * bridge runs where the scanner runs: naming the hosts itself would carry all site definitions into pages' own world.
 */
function placeContentScripts(manifest: Browser.runtime.Manifest, isFirefox: boolean): void {
  const [scanner] = manifest.content_scripts ?? [];
  if (!scanner) throw new Error('The scanner is missing in the manifest');
  const optional = scanner.exclude_matches ?? [];
  delete scanner.exclude_matches;
  scanner.matches = scanner.matches?.filter((host) => !optional.includes(host));
  manifest.optional_host_permissions = [...optional, ...MEDIA_HOSTS];
  // Firefox does not carry a page's marks into its shadow roots; a reader's own sheet counts in all of them.
  if (isFirefox) Object.assign(scanner, { css_origin: 'user' });
  // WXT asks for the hosts of scripts that are registered while running; here nothing but the manifest does that.
  delete manifest.host_permissions;
  manifest.content_scripts?.unshift({
    matches: scanner.matches,
    js: ['content-scripts/bridge.js'],
    run_at: 'document_start',
    world: 'MAIN',
  });
}

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  webExt: { disabled: true },
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: PACKS_FILE, contents: packsFile() });
    },
    'prepare:publicPaths': (_, paths) => {
      paths.push(PACKS_FILE);
    },
    // WXT takes these from the pages' <title>, which the manifest's translations do not reach.
    'build:manifestGenerated': ({ config }, manifest) => {
      if (manifest.action) manifest.action.default_title = NAME;
      if (manifest.sidebar_action) manifest.sidebar_action.default_title = NAME;
      placeContentScripts(manifest, config.browser === 'firefox');
    },
  },
  vite: () => ({ plugins: [adapterVersion(), foldData(), leanPacks()] }),
  manifest: ({ browser }) => ({
    name: NAME,
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    // Chromium's background has no document: one beside it builds the scheduled backup.
    permissions: browser === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'offscreen'],
    optional_permissions: OPTIONAL_PERMISSIONS,
    content_security_policy: { extension_pages: PAGE_POLICY },
    commands: {
      // Chromium keeps Alt+Shift+R to itself and then registers no key at all (seen in 156, 2026-11).
      'report-post': {
        suggested_key: { default: 'Alt+Shift+Q' },
        description: '__MSG_commandReport__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'qingjian@qingjian.example',
              // CSS anchor positioning arrived in Firefox 147; badges need it (docs/decisions/0005).
              strict_min_version: '147.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '126' }),
  }),
});
