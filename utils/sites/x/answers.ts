import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts } from '../collect';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { postUrl, SITE } from './post-id';
import { type People, readTweet } from './read-data';

/** The site itself, its APIs, and the host of embedded posts. */
const HOSTS = /^((www|mobile|api)\.)?(x|twitter)\.com$|^(cdn\.)?syndication\.(twimg|twitter)\.com$/;
const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/search/i, 'search'],
  [/TweetDetail|TweetResult|tweet-result|statuses\/(show|lookup)|\/2\/tweets|conversation/i, 'detail'],
  [/\/User(Tweets|Media|Highlights|Articles)|\/Likes|user_timeline|timeline-profile|\/users\//i, 'profile'],
];
const MAX_WRAPPERS = 4;

/** Reads answers of GraphQL, of the older APIs and of embeds; posts are found by their shape (read-data.ts). */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!HOSTS.test(endpoint.hostname)) return undefined;
  const surface = SURFACES.find(([path]) => path.test(endpoint.pathname))?.[1] ?? 'feed';
  const people = peopleOf(body);
  return collectPosts(body, (item) => readTweet(item, people)).map((post) =>
    postOfAnswer(SITE, post, { url: postUrl(post.id, post.fields.author?.id), surface }),
  );
}

/** `globalObjects.users` by id of the older APIs, and the list `includes.users` of the developer API. */
function peopleOf(body: unknown): People {
  const people = new Map<string, Record<string, unknown>>();
  for (let at = recordOf(body), level = 0; level < MAX_WRAPPERS; at = recordOf(at.data), level++) {
    const users = [
      ...arrayOf(recordOf(at.includes).users),
      ...Object.values(recordOf(recordOf(at.globalObjects).users)),
    ];
    for (const user of users.filter(isRecord)) {
      const id = textOf(user.id_str) ?? textOf(user.id);
      if (id) people.set(id, user);
    }
  }
  return people;
}
