import { vueData } from '../components';
import type { SiteBridge, StatePost } from '../define-site';
import { isRecord, recordOf } from '../unknown';
import { readComment, readStatus, type WeiboPost } from './read-data';
import { RETWEET } from './selectors';

/** Props under which the site's components hold a status, as others have seen them (facts: sites.md section 2.5). */
const PROPS = ['data', 'item', 'mblog', 'status', 'feed', 'card'];

/** The status or comment behind an item of weibo.com or m.weibo.cn (Vue). */
export const bridge: SiteBridge = {
  ofElement: (element) => {
    const isRetweet = element.matches(RETWEET);
    for (const part of vueData(element)) {
      for (const name of PROPS) {
        const found = statusIn(part[name], isRetweet);
        if (found) return found;
      }
    }
    return undefined;
  },
};

/** An item's component may hold the whole status also for the part that shows the post that was passed on. */
function statusIn(value: unknown, isRetweet: boolean): StatePost | undefined {
  if (!isRecord(value)) return undefined;
  const status = isRecord(value.mblog) ? value.mblog : value;
  const inner = recordOf(status.retweeted_status);
  const post: WeiboPost | undefined =
    readComment(status, undefined, undefined) ?? readStatus(isRetweet && readStatus(inner) ? inner : status);
  return post && { kind: post.kind, id: post.id, fields: post.fields };
}
