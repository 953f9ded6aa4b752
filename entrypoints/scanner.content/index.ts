import { defineContentScript } from '#imports';
import { onMessage } from '@/utils/messaging/protocol';
import { compilePacks } from '@/utils/rules/compile';
import type { MatchingRules } from '@/utils/rules/for-matching';
import { allMatches, siteFor } from '@/utils/sites';
import { publishedRules } from '@/utils/storage/published-rules';
import { sitesOff } from '@/utils/storage/settings';
import './marks.css';
import { PageSession } from './page-session';

/** Runs on every page of a known site; does nothing where the reader turned the site off. */
export default defineContentScript({
  matches: [...allMatches],
  runAt: 'document_idle',
  async main(ctx) {
    const site = siteFor(new URL(location.href));
    if (!site) return;
    let session: PageSession | undefined;
    let rules: MatchingRules | null = null;
    let isOff = false;

    const restart = () => {
      session?.stop();
      session = rules && !isOff ? new PageSession(site, compilePacks(rules.packs, rules.shared)) : undefined;
      session?.start();
    };
    onMessage('glance', () => ({ site: site.id, scan: session?.scanId ?? null }));
    publishedRules.watch((changed) => {
      rules = changed;
      restart();
    });
    sitesOff.watch((off) => {
      // Another site's switch must not close this page's card.
      if (off.includes(site.id) === isOff) return;
      isOff = !isOff;
      restart();
    });
    ctx.addEventListener(window, 'wxt:locationchange', () => session?.rescan());
    ctx.onInvalidated(() => session?.stop());
    isOff = (await sitesOff.getValue()).includes(site.id);
    rules = await publishedRules.getValue();
    restart();
  },
});
