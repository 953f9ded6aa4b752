import { browser, defineBackground } from '#imports';
import { builtInPacks, sharedPacks } from '@/utils/rules';
import { compilePacks } from '@/utils/rules/compile';
import { hasPublishedRules, publishRules } from '@/utils/storage/published-rules';
import { registerGestures } from './gestures';
import { registerHandlers } from './handlers';
import { followOptInSites } from './opt-in-sites';
import { createStore } from './store';

/** The worker may be stopped at any time: every listener is registered in the first turn. */
export default defineBackground({
  type: 'module',
  main() {
    const store = createStore();
    registerHandlers(store);
    registerGestures(store);
    followOptInSites();
    const publish = () => publishRules(compilePacks(builtInPacks, sharedPacks));
    // Packs change with the extension alone; a worker that merely wakes up has nothing to compile.
    browser.runtime.onInstalled.addListener(() => void publish());
    void hasPublishedRules().then(async (published) => {
      if (!published) await publish();
    });
  },
});
