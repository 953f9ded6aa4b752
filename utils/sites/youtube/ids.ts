export const SITE = 'youtube';
export const ORIGIN = 'https://www.youtube.com';

/** Ids of videos have 11 characters and may start with `-`; Shorts and live streams are videos too. */
const ID = '[\\w-]{11}(?![\\w-])';
const VIDEO_ID = new RegExp(`^${ID}$`);
/** The address of a page that shows one video; the first group is the id. */
export const VIDEO_ADDRESS = new RegExp(`(?:^/watch\\?(?:[^#]*&)?v=|^/(?:shorts|live)/)(${ID})`);
/** A card's link to one video. Links with a list belong to playlists and mixes, which have the id of a first video. */
export const VIDEO_LINK = new RegExp(
  `^(?!.*[?&]list=)[^#]*(?:/watch\\?(?:[^#]*&)?v=|/(?:shorts|live)/|youtu\\.be/)(${ID})`,
);
/** The same for the lists whose entries all carry the list's id. */
export const LISTED_VIDEO_LINK = new RegExp(`/watch\\?(?:[^#]*&)?v=(${ID})`);
/** The id of a comment stands in the link of its time. */
export const COMMENT_LINK = /[?&]lc=([\w.-]{10,80})/;
const CHANNEL_ID = /^UC[\w-]{22}$/;

export function isVideoId(value: unknown): value is string {
  return typeof value === 'string' && VIDEO_ID.test(value);
}

export function isChannelId(value: unknown): value is string {
  return typeof value === 'string' && CHANNEL_ID.test(value);
}

export function videoIdOf(url: URL): string | undefined {
  return VIDEO_ADDRESS.exec(url.pathname + url.search)?.[1];
}

/** One permalink for every video: Shorts and streams open there as well. */
export function videoUrl(id: string): string {
  return `${ORIGIN}/watch?v=${id}`;
}

/** Answers with comments do not always name the video; the comment's id alone leads nowhere on the site. */
export function commentUrl(id: string, videoId: string | undefined): string {
  return videoId ? `${videoUrl(videoId)}&lc=${id}` : `${ORIGIN}/watch?lc=${id}`;
}

/** Page of a channel by its handle (`/@name`) or its id. */
export function channelUrl(path: string | undefined, id: string | undefined): string | undefined {
  const handle = /^(?:https?:\/\/www\.youtube\.com)?(\/(?:@|channel\/|c\/|user\/)[^/?#]+)/.exec(
    path ?? '',
  )?.[1];
  if (handle) return ORIGIN + handle;
  return isChannelId(id) ? `${ORIGIN}/channel/${id}` : undefined;
}
