import type { Author } from '../../model/post';
import { collectPosts } from '../collect';
import type { LabelFields, PostState, StatePost } from '../define-site';
import { isRecord } from '../unknown';
import { channelOfPage } from './read-author';
import { readCard } from './read-card';
import { readComment, readCommentLink } from './read-comment';
import { readPlayer } from './read-player';
import { readWatch } from './read-watch';
import { at } from './shown';

/** Adverts, and videos that are proposed around the one that is shown. */
const SKIPPED = new Set([
  'secondaryResults',
  'playerOverlays',
  'autoplay',
  'endscreen',
  'adSlotRenderer',
  'adPlacements',
  'adSlots',
  'playerAds',
  'promotedVideoRenderer',
  'compactPromotedVideoRenderer',
  'promotedSparklesWebRenderer',
  'searchPyvRenderer',
  // The first videos of a playlist stand in for the playlist.
  'playlistRenderer',
  'radioRenderer',
]);

export interface SiteData {
  posts: StatePost[];
  /** The video that a comment stands under, as far as the data tell. */
  videoOf: (commentId: string) => string | undefined;
  /** The data are those of a channel's page. */
  ofChannel: boolean;
}

/** Finds videos and comments in answers and in the page's state. What stands at several places is put together. */
export function readData(data: unknown): SiteData {
  const known = new Map<string, StatePost>();
  const videos = new Map<string, string>();
  let channel: Author | undefined;
  let watched: string | undefined;
  const posts = collectPosts(
    data,
    (item) => {
      channel ??= channelOfPage(item);
      const link = readCommentLink(item);
      if (link) videos.set(link.id, link.videoId);
      const page = readPage(item);
      watched ??= page?.id;
      const post = page ?? readComment(item) ?? readCard(item);
      if (!post) return undefined;
      const key = `${post.kind}:${post.id}`;
      const first = known.get(key);
      if (first) first.fields = merge(first.fields, post.fields);
      else known.set(key, post);
      return first ?? post;
    },
    SKIPPED,
  );
  for (const { kind, fields } of posts) {
    if (kind === 'video' && channel && !fields.author) fields.author = channel;
  }
  const linked = new Set(videos.values());
  const [around] = linked.size === 1 ? linked : [watched];
  return {
    posts,
    videoOf: (id) => videos.get(id) ?? videos.get(id.replace(/\..*$/, '')) ?? around,
    ofChannel: channel !== undefined,
  };
}

/** What an answer or a state holds of the one video that it is about. */
function readPage(item: Record<string, unknown>): StatePost | undefined {
  if (isRecord(item.videoDetails)) return readPlayer(item);
  const isWatch =
    isRecord(item.currentVideoEndpoint) || isRecord(at(item.contents, 'twoColumnWatchNextResults'));
  return isWatch ? readWatch(item) : undefined;
}

/**
 * The first account leads but for a time that is only a day there. Labels of both count, and a label field that was
 * read stays read.
 */
export function merge(first: PostState, next: PostState): PostState {
  const { publishedAt, publishedApprox, ...fields } = { ...next, ...first };
  const author = { ...next.author, ...first.author };
  const labels = mergeLabels(first.labels, next.labels);
  const dated = [first, next].filter((each) => each.publishedAt);
  const time = dated.find((each) => !each.publishedApprox) ?? dated[0];
  return {
    ...fields,
    ...(time?.publishedAt && { publishedAt: time.publishedAt }),
    ...(time?.publishedApprox && { publishedApprox: true }),
    counts: { ...next.counts, ...first.counts },
    ...(Object.keys(author).length > 0 && { author }),
    ...(labels && { labels }),
  };
}

function mergeLabels(one: LabelFields | undefined, other: LabelFields | undefined): LabelFields | undefined {
  if (!one || !other) return one ?? other;
  const all = [...one.items, ...other.items];
  return {
    field: one.field === other.field ? one.field : `${one.field} · ${other.field}`,
    items: [...new Map(all.map((item) => [`${item.kind}:${item.text}`, item])).values()],
  };
}
