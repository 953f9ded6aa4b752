import type { PostState, SiteBridge, StatePost } from '../define-site';
import { isRecord, recordOf } from '../unknown';
import { merge, readData } from './read-data';
import { readPlayer } from './read-player';
import { readWatch } from './read-watch';
import { at } from './shown';

const known = new WeakMap<object, readonly StatePost[]>();

/**
 * The page's state objects are those of the first load; what the app shows after a navigation stands as `data` behind
 * its elements. Everything is keyed by the video's id; the newest account of one leads.
 */
export const bridge: SiteBridge = {
  ofPage: (page) => {
    const app = dataOf((page.document as Document | undefined)?.querySelector('ytd-app'));
    const videos = new Map<string, PostState>();
    for (const source of [
      app.playerResponse,
      app.response,
      page.ytInitialPlayerResponse,
      page.ytInitialData,
    ]) {
      for (const { id, fields } of isRecord(source) ? videosOf(source) : []) {
        const newer = videos.get(id);
        videos.set(id, newer ? merge(newer, fields) : fields);
      }
    }
    return [...videos].map(([id, fields]) => ({ kind: 'video', id, fields }));
  },
  ofElement: (element) => {
    const owner = element.closest('ytd-reel-video-renderer, ytd-watch-flexy, ytd-watch-grid');
    const data = dataOf(owner);
    const player = at(data, 'unserializedPrefetchData', 'playerResponse') ?? data.playerResponse;
    return readWatch(data) ?? readPlayer(recordOf(player ?? recordOf(owner).playerData));
  },
};

function dataOf(element: Element | null | undefined): Record<string, unknown> {
  const { data, polymerController, inst } = recordOf(element);
  return recordOf([data, at(polymerController, 'data'), at(inst, 'data')].find(isRecord));
}

function videosOf(source: object): readonly StatePost[] {
  const posts = known.get(source) ?? readData(source).posts.filter(({ kind }) => kind === 'video');
  known.set(source, posts);
  return posts;
}
