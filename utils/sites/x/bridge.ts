import { reactProps } from '../components';
import type { SiteBridge, StatePost } from '../define-site';
import { isRecord } from '../unknown';
import { readTweet } from './read-data';

const MAX_PROPS = 40;

/** The post that the components around an `article` were given: an object with the shape of a status. */
export const bridge: SiteBridge = {
  ofElement: (element) => {
    for (const props of reactProps(element)) {
      for (const value of Object.values(props).slice(0, MAX_PROPS)) {
        const post = readStatus(value);
        if (post) return post;
      }
    }
    return undefined;
  },
};

function readStatus(value: unknown): StatePost | undefined {
  if (!isRecord(value) || typeof value.id_str !== 'string') return undefined;
  const status = isRecord(value.retweeted_status) ? value.retweeted_status : value;
  return typeof status.full_text === 'string' ? readTweet(status) : undefined;
}
