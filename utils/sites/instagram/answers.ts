import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts } from '../collect';
import { codeOfPk, commentUrl, postUrl, SITE } from './media-code';
import { type DataPost, INNER_PARTS, readItem } from './read-data';

const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/\/feed\/user\/|\/users?\/|web_profile_info|\/clips\/user\//, 'profile'],
  [/\/search|\/tags\/|\/explore\/|fbsearch|topsearch/, 'search'],
  [/\/feed\/(timeline|reels)/, 'feed'],
];

/** Reads answers of the site's API and GraphQL. Comments stand under a post, or their address names its number. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!/(^|\.)instagram\.com$/.test(endpoint.hostname)) return undefined;
  const surface = SURFACES.find(([path]) => path.test(endpoint.pathname))?.[1] ?? 'detail';
  const pk = /\/media\/(\d+)(_\d+)?\//.exec(endpoint.pathname)?.[1];
  const asked = pk && codeOfPk(pk);
  return collectPosts<DataPost>(body, readItem, INNER_PARTS).map((post) => {
    const isComment = post.kind === 'comment';
    return postOfAnswer(SITE, post, {
      url: isComment ? commentUrl(post.id, post.code ?? asked) : postUrl(post.id),
      surface: isComment ? 'comments' : surface,
    });
  });
}
