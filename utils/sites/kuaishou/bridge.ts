import { vueData } from '../components';
import type { SiteBridge } from '../define-site';
import { isRecord } from '../unknown';
import { readItem } from './read-data';
import { postsOfState, STATE_NAMES } from './state';

/**
 * State objects that the page has already taken out of its scripts, and the data of the Vue component behind a card,
 * slide or comment (facts: sites.md section 2.2).
 */
export const bridge: SiteBridge = {
  *ofPage(page) {
    for (const name of STATE_NAMES) yield* postsOfState(name, page[name]);
  },
  ofElement(element) {
    for (const data of vueData(element)) {
      const found = [data, ...Object.values(data).filter(isRecord)]
        .map((item) => readItem(item))
        .find((post) => post?.kind === 'video');
      if (found) return { kind: found.kind, id: found.id, fields: found.fields };
    }
    return undefined;
  },
};
