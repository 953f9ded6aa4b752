import { browser, defineBackground } from '#imports';
import { hasPublishedRules } from '@/utils/storage/published-rules';
import { registerBackups } from './backup';
import { registerGestures } from './gestures';
import { registerHandlers } from './handlers';
import { registerMedia } from './media';
import { followOffscreen } from './offscreen';
import { followOptInSites } from './opt-in-sites';
import { publishPacks } from './packs';
import { createStore } from './store';

/** The worker may be stopped at any time: every listener is registered in the first turn. */
export default defineBackground({
  type: 'module',
  main() {
    const store = createStore();
    registerHandlers(store);
    registerGestures(store);
    followOptInSites();
    registerBackups(store);
    registerMedia();
    if (!import.meta.env.FIREFOX) followOffscreen();
    // Packs change with the extension alone; a worker that merely wakes up has nothing to compile.
    browser.runtime.onInstalled.addListener(() => void publishPacks());
    void hasPublishedRules().then(async (published) => {
      if (!published) await publishPacks();
    });
  },
});
