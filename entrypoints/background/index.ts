import { defineBackground } from '#imports';
import { builtInPacks, sharedPack } from '@/utils/rules';
import { forMatching } from '@/utils/rules/for-matching';
import { publishRules } from '@/utils/storage/published-rules';
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
    void publishRules(forMatching(builtInPacks, sharedPack));
  },
});
