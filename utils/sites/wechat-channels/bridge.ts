import { vueData } from '../components';
import type { SiteBridge } from '../define-site';
import { isRecord } from '../unknown';
import { readItem } from './read-data';

/** The object in the data of the Vue component behind a slide; the home page tells its id nowhere else. */
export const bridge: SiteBridge = {
  ofElement(element) {
    for (const data of vueData(element)) {
      const found = [data, ...Object.values(data).filter(isRecord)]
        .map((item) => readItem(item))
        .find((post) => post !== undefined && post.kind !== 'comment');
      if (found) return { kind: found.kind, id: found.id, fields: found.fields };
    }
    return undefined;
  },
};
