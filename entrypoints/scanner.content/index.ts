import { defineContentScript } from '#imports';
import { loadRules } from '@/utils/rules';
import { allMatches, siteFor } from '@/utils/sites';
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
    const session = new PageSession(site, loadRules());
    const follow = (off: readonly string[]) => (off.includes(site.id) ? session.stop() : session.start());

    sitesOff.watch((off) => follow(off ?? []));
    ctx.addEventListener(window, 'wxt:locationchange', () => session.rescan());
    ctx.onInvalidated(() => session.stop());
    follow(await sitesOff.getValue());
  },
});
