import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts } from '../collect';
import { type DataPost, readThing } from './read-data';
import { commentUrl, postUrl, SITE } from './thing-id';

const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/\/comments\/|\/api\/(info|morechildren)|\/by_id\//, 'detail'],
  [/\/search(\.json)?\/?$/, 'search'],
  [/^\/(user|u)\//, 'profile'],
];

/** Reads listings: any address of the site with `.json` behind it, and the same of its API hosts. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!/(^|\.)reddit\.com$/.test(endpoint.hostname)) return undefined;
  const surface = SURFACES.find(([path]) => path.test(endpoint.pathname))?.[1] ?? 'feed';
  return collectPosts<DataPost>(body, readThing).map((post) => {
    const isComment = post.kind === 'comment';
    return postOfAnswer(SITE, post, {
      url: isComment ? commentUrl(post.id, post.permalink, post.postId) : postUrl(post.id, post.permalink),
      surface: isComment ? 'comments' : surface,
    });
  });
}
