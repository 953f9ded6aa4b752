import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';


/** The permissions each have a reason in docs/privacy.md; tests/unit/manifest.test.ts snapshots them. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'contextMenus', 'activeTab'];

/** Rule examples are tests and documentation; readers do not download them. */
const withoutExamples: Plugin = {
  name: 'qingjian:packs-without-examples',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/rules\/packs\/20[^/]+\.json$/.test(id)) return undefined;
    const pack = JSON.parse(code) as { rules: Record<string, unknown>[] };
    return JSON.stringify({ ...pack, rules: pack.rules.map(({ hits: _, misses: __, ...rule }) => rule) });
  },
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  webExt: { disabled: true },
  vite: () => ({ plugins: [withoutExamples] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    permissions: PERMISSIONS,
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    action: { default_title: '__MSG_extName__' },
    commands: {
      'report-post': { suggested_key: { default: 'Alt+Shift+R' }, description: '__MSG_commandReport__' },
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
