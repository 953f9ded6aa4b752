import { type Browser, browser } from '#imports';
import { defaultMatches } from '@/utils/sites';
import { grantedSites } from '@/utils/storage/granted-sites';
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
  const matches = (await grantedSites()).flatMap((site) => site.matches);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCANNER, BRIDGE] });
  const ids = registered.map(({ id }) => id);
  if (matches.length === 0) {
    if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  } else {
    const scripts = scriptsOn(matches);
    // Changed in place: a page that opens meanwhile, such as one restored at startup, must not miss them.
    const known = scripts.filter(({ id }) => ids.includes(id));
    const added = scripts.filter(({ id }) => !ids.includes(id));
    if (known.length > 0) await browser.scripting.updateContentScripts(known);
    if (added.length > 0) await browser.scripting.registerContentScripts(added);
  }
  await setMenu([...defaultMatches, ...matches]);
}

function scriptsOn(matches: string[]): Browser.scripting.RegisteredContentScript[] {
  return [
    { id: BRIDGE, matches, js: ['content-scripts/bridge.js'], runAt: 'document_start', world: 'MAIN' },
    {
      id: SCANNER,
      matches,
      js: ['content-scripts/scanner.js'],
      css: ['content-scripts/scanner.css'],
      // As wxt.config.ts does in the manifest; Chromium knows no such key and refuses it.
      ...(import.meta.env.FIREFOX && { cssOrigin: 'user' }),
      runAt: 'document_start',
    },
  ];
}
