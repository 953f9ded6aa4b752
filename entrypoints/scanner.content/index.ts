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
    let off: readonly string[] = [];

    const restart = () => {
      session?.stop();
      session =
        rules && !off.includes(site.id)
          ? new PageSession(site, compilePacks(rules.packs, rules.shared))
          : undefined;
      session?.start();
    };
    onMessage('glance', () => ({ site: site.id, scan: session?.scanId ?? null }));
    publishedRules.watch((changed) => {
      rules = changed;
      restart();
    });
    sitesOff.watch((changed) => {
      off = changed ?? [];
      restart();
    });
    ctx.addEventListener(window, 'wxt:locationchange', () => session?.rescan());
    ctx.onInvalidated(() => session?.stop());
    [rules, off] = await Promise.all([publishedRules.getValue(), sitesOff.getValue()]);
    restart();
  },
});
