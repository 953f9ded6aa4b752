import { defineConfig } from 'wxt';
import { leanPacks } from './scripts/lib/lean-packs';

/** The permissions each have a reason in docs/privacy.md; tests/unit/manifest.test.ts snapshots them. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'contextMenus', 'activeTab'];

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  webExt: { disabled: true },
  vite: () => ({ plugins: [leanPacks()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    permissions: PERMISSIONS,
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    action: { default_title: '__MSG_extName__' },
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
