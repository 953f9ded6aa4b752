import { defineContentScript } from '#imports';
import { PageBridge } from '@/utils/bridge/page-bridge';
import { shieldEvents } from '@/utils/highlight/event-shield';
import { onMessage } from '@/utils/messaging/protocol';
import { allMatches, optInMatches, siteFor } from '@/utils/sites';
import { pageDataOff, sitesOff } from '@/utils/storage/settings';
import './marks.css';
import { PageSession } from './page-session';
import { RulesInForce } from './rules-in-force';
import { startKeyboard } from './start-keyboard';

/**
 * Runs on every page of a known site; does nothing where the reader turned the site off. It starts before the page's
 * own scripts, so that they cannot listen while the bridge is found, and begins to read when the page is parsed.
 */
export default defineContentScript({
  matches: [...allMatches],
  excludeMatches: [...optInMatches],
  runAt: 'document_start',
  async main(ctx) {
    const site = siteFor(new URL(location.href));
    if (!site) return;
    const ended = new AbortController();
    // Keys first: the shield keeps from younger listeners what happens in our interface.
    const keyboard = startKeyboard(window, ended.signal);
    shieldEvents(window);
    const bridge = new PageBridge(document, site.id);
    bridge.connect();
    let session: PageSession | undefined;
    let isOff = false;
    let isDataOff = false;
    let loadedFrom: string | undefined = location.href;

    const rules = new RulesInForce({
      onReplaced: () => restart(),
      onMuted: (changed) => session?.setRules(changed),
    });
    const restart = () => {
      session?.stop();
      const data = isDataOff ? undefined : bridge;
      session = rules.current && !isOff ? new PageSession(site, rules.current, keyboard, data) : undefined;
      session?.start(loadedFrom);
      if (session) loadedFrom = undefined;
    };
    onMessage('glance', () => ({ site: site.id, scan: session?.scanId ?? null }));
    // Rules and settings come while the page is still being parsed.
    const stored = Promise.all([sitesOff.getValue(), pageDataOff.getValue(), rules.read()]);
    await parsed(document);
    rules.watch();
    sitesOff.watch((off) => {
      // Another site's switch must not close this page's card.
      if (off.includes(site.id) === isOff) return;
      isOff = !isOff;
      restart();
    });
    pageDataOff.watch((off) => {
      isDataOff = off;
      restart();
    });
    ctx.addEventListener(window, 'wxt:locationchange', () => session?.rescan());
    ctx.onInvalidated(() => {
      session?.stop();
      ended.abort();
    });
    const [off, dataOff] = await stored;
    isOff = off.includes(site.id);
    isDataOff = dataOff;
    restart();
  },
});

function parsed({ readyState }: Document): Promise<void> {
  if (readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
