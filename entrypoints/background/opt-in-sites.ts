import { browser } from '#imports';
import { defaultMatches, sites } from '@/utils/sites';
import { setMenu } from './menu';

const SCANNER = 'scanner-opt-in';
const BRIDGE = 'bridge-opt-in';

/**
 * Runs the content scripts, and shows the menu item, also on the sites that the reader turned on in the options. The
 * browser keeps permissions and registrations over restarts, but drops the registrations when the extension is updated.
 */
export function followOptInSites(): void {
  let running = Promise.resolve();
  /** One after the other: two registrations at once would collide. One that failed does not stop the next. */
  const sync = () => {
    running = running.then(registerGranted, registerGranted);
    return running;
  };
  browser.permissions.onAdded.addListener(sync);
  browser.permissions.onRemoved.addListener(sync);
  browser.runtime.onInstalled.addListener(sync);
  browser.runtime.onStartup.addListener(sync);
}

async function registerGranted(): Promise<void> {
  const matches = await grantedMatches();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCANNER, BRIDGE] });
  if (registered.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  }
  if (matches.length > 0) {
    await browser.scripting.registerContentScripts([
      { id: BRIDGE, matches, js: ['content-scripts/bridge.js'], runAt: 'document_start', world: 'MAIN' },
      {
        id: SCANNER,
        matches,
        js: ['content-scripts/scanner.js'],
        css: ['content-scripts/scanner.css'],
        runAt: 'document_start',
      },
    ]);
  }
  await setMenu([...defaultMatches, ...matches]);
}

async function grantedMatches(): Promise<string[]> {
  const optIn = sites.filter((site) => site.optIn);
  const granted = await Promise.all(
    optIn.map(({ matches }) => browser.permissions.contains({ origins: [...matches] })),
  );
  return optIn.flatMap(({ matches }, i) => (granted[i] ? matches : []));
}
