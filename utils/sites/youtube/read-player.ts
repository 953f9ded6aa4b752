import type { Media } from '../../model/post';
import { parseCount } from '../counts';
import type { PostState, StatePost } from '../define-site';
import { parseShownTime } from '../time';
import { arrayOf, recordOf, textOf } from '../unknown';
import { paidPromotionLabel } from './disclosure';
import { channelUrl, isChannelId, isVideoId } from './ids';
import { authorOf } from './read-author';
import { at, hashtagsOf, shownText } from './shown';

/** A `player` answer or `ytInitialPlayerResponse`: the exact time and numbers, and no disclosure of AI. */
export function readPlayer(player: Record<string, unknown>): StatePost | undefined {
  const { videoId, title, author, channelId, shortDescription, viewCount, thumbnail } = recordOf(
    player.videoDetails,
  );
  const name = textOf(title);
  if (!isVideoId(videoId) || !name) return undefined;
  const format = recordOf(at(player.microformat, 'playerMicroformatRenderer'));
  const channel = authorOf(textOf(author), { browseId: channelId });
  const url = channelUrl(textOf(format.ownerProfileUrl)?.replace(/^http:/, 'https:'), undefined);
  const text = textOf(shortDescription) ?? shownText(format.description);
  const view = parseCount(viewCount);
  const like = parseCount(format.likeCount);
  const paid = paidPromotionLabel(player);
  return {
    kind: 'video',
    id: videoId,
    fields: {
      title: name,
      ...(text && { text }),
      ...(channel && { author: { ...channel, ...(url && isChannelId(channelId) && { url }) } }),
      ...timeOf(format.publishDate ?? format.uploadDate),
      hashtags: hashtagsOf(name, text),
      counts: { ...(like !== undefined && { like }), ...(view !== undefined && { view }) },
      media: thumbnailsOf(thumbnail),
      ...(paid && { labels: { field: 'paidContentOverlay', items: [paid] } }),
    },
  };
}

/** A day alone, as older answers have it, or a full time with its zone. */
function timeOf(value: unknown): Pick<PostState, 'publishedAt' | 'publishedApprox'> {
  const text = textOf(value) ?? '';
  const time = /^\d{4}-/.test(text) ? parseShownTime(text, new Date(0)) : undefined;
  return time ? { publishedAt: time.iso, ...(time.approximate && { publishedApprox: true }) } : {};
}

/** The largest still picture comes last. */
export function thumbnailsOf(thumbnail: unknown): Media[] {
  const list = arrayOf(at(thumbnail, 'thumbnails') ?? at(thumbnail, 'sources'));
  const url = textOf(at(list[list.length - 1], 'url'))?.replace(/^\/\//, 'https://');
  return url?.startsWith('https://') ? [{ type: 'image', url }] : [];
}
