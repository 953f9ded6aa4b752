import { collectPosts } from '../collect';
import type { DataPost, Item } from './fields';
import { readComment } from './read-comment';
import { readArticle, readDynamic } from './read-dynamic';
import { readChatLine, readRoom, readTopic } from './read-live';
import { readOldDynamic } from './read-old-dynamic';
import { readEpisode, readVideo } from './read-video';

/** What adverts and games put beside the posts of a list, and a comment's emoticons and members. */
const SKIPPED = new Set(
  'business_info ad_info cm_info cm_material game_card emote at_name_to_mid'.split(' '),
);

/** Finds the posts in answers and in the page's state objects by their shape, wherever they stand. */
export function postsOf(data: unknown): DataPost[] {
  return collectPosts<DataPost>(data, readItem, SKIPPED);
}

function readItem(item: Item, outer: DataPost | undefined): DataPost | undefined {
  return (
    readComment(item, outer) ??
    readDynamic(item) ??
    readOldDynamic(item) ??
    readChatLine(item, outer) ??
    readRoom(item) ??
    readEpisode(item) ??
    readVideo(item) ??
    readArticle(item) ??
    readTopic(item)
  );
}
