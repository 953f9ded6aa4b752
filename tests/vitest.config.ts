import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { adapterVersion } from '../scripts/lib/adapter-version.ts';
import { findBrowser } from '../scripts/lib/browsers.ts';
import { foldData } from '../scripts/lib/fold-data.ts';

const root = new URL('..', import.meta.url).pathname;
const alias = { '@': root.replace(/\/$/, '') };

/** Debian's Chromium as root needs the sandbox off; the rest keeps it from looking for a network. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What takes 20 ms may take a second on a machine that does three things at once. */
const PATIENT = { poll: { timeout: 5_000 } };

export default defineConfig({
  root,
  test: {
    reporters: ['default'],
    projects: [
      {
        plugins: [WxtVitest(), adapterVersion(), foldData()],
        test: {
          name: 'unit',
          root,
          // Tests that need a document say `// @vitest-environment happy-dom`: it takes a quarter of a second to make one.
          environment: 'node',
          // A property that takes a second takes ten on a busy machine.
          testTimeout: 20_000,
          expect: PATIENT,
          maxWorkers: '100%',
          setupFiles: ['tests/support/setup.ts'],
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/inventory.test.ts'],
        },
      },
      {
        plugins: [adapterVersion(), foldData()],
        resolve: { alias: { ...alias, '#imports': `${alias['@']}/tests/support/browser-imports.ts` } },
        test: {
          name: 'browser',
          root,
          expect: PATIENT,
          maxWorkers: '100%',
          // Tests of the database run twice: over one in memory, and over the browser's own.
          include: ['tests/browser/**/*.test.{ts,tsx}', 'tests/unit/storage/{*,ledger/*}.test.ts'],
          exclude: ['tests/unit/storage/{announce,media-sites}.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser('chromium') ?? '',
                args: CHROMIUM_ARGS,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        plugins: [foldData()],
        resolve: { alias },
        test: {
          name: 'e2e',
          root,
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          globalSetup: ['tests/e2e/build.ts'],
          // A browser waits more than it works; more than two at once make each other late.
          maxWorkers: 2,
        },
      },
    ],
  },
});
