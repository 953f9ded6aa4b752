import { defineContentScript } from '#imports';
import { PageBridge } from '@/utils/bridge/page-bridge';
import { onMessage } from '@/utils/messaging/protocol';
import type { RuleProgram } from '@/utils/rules/compile';
import { linkRules, type RuleSet } from '@/utils/rules/match';
import { allMatches, optInMatches, siteFor } from '@/utils/sites';
import { readPublishedRules, watchPublishedRules } from '@/utils/storage/published-rules';
import { pageDataOff, sitesOff } from '@/utils/storage/settings';
import './marks.css';
import { PageSession } from './page-session';

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
    const bridge = new PageBridge(document, site.id);
    bridge.connect();
    let session: PageSession | undefined;
    let rules: RuleSet | undefined;
    let isOff = false;
    let isDataOff = false;
    let loadedFrom: string | undefined = location.href;

    const restart = () => {
      session?.stop();
      session = rules && !isOff ? new PageSession(site, rules, isDataOff ? undefined : bridge) : undefined;
      session?.start(loadedFrom);
      if (session) loadedFrom = undefined;
    };
    onMessage('glance', () => ({ site: site.id, scan: session?.scanId ?? null }));
    // Rules and settings come while the page is still being parsed.
    const stored = Promise.all([
      sitesOff.getValue(),
      pageDataOff.getValue(),
      readPublishedRules().then(ready),
    ]);
    await parsed(document);
    watchPublishedRules((changed) => {
      rules = ready(changed);
      restart();
    });
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
    ctx.onInvalidated(() => session?.stop());
    const [off, dataOff, published] = await stored;
    isOff = off.includes(site.id);
    isDataOff = dataOff;
    // What the watch brought meanwhile is newer.
    rules ??= published;
    restart();
  },
});

/**
 * Rules to match with; none before they are published. Just after an update the program of the version before is
 * still there, whose tables do not fit: the background is about to replace it, and the watch brings the new one.
 */
function ready(program: RuleProgram | undefined): RuleSet | undefined {
  try {
    return program ? linkRules(program) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function parsed({ readyState }: Document): Promise<void> {
  if (readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
