import { reactProps } from '../components';
import type { SiteBridge } from '../define-site';
import { isRecord } from '../unknown';
import { readItem } from './read-data';

/** Slides and cards are given their item as a property of a component around them. */
export const bridge: SiteBridge = {
  ofElement: (element) => {
    for (const props of reactProps(element)) {
      for (const value of Object.values(props)) {
        const post = isRecord(value) ? readItem(value) : undefined;
        if (post) return post;
      }
    }
    return undefined;
  },
};
