import type { Media, PostKind } from '../../model/post';
import { htmlToText } from '../html-text';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { type Field, fieldsOf } from './fields';

const MAX_HTML = 400_000;
const MAX_MEDIA = 60;
const TAG = /<(?:img|a)\b[^<>]{0,4000}>/gi;
/** Where the address of a picture stands: a lazy one holds its own in `data-actualsrc` and a drawing in `src`. */
const SOURCES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^<img/i, ['data-actualsrc', 'src', 'data-original']],
  [/\bcomment_img\b/, ['href']],
  [/\bvideo-box\b/, ['data-poster']],
];
/** Formulas and emoticons are no pictures of the post. */
const NOT_OF_THE_POST = /\seeimg=|\sclass="[^"]*\bsticker\b|\/equation\?/i;
const QUALITIES = ['fhd', 'hd', 'sd', 'ld'];

/**
 * Pictures and videos of a post: those in its HTML, the segments of a pin, a video's files. Covers and thumbnails
 * repeat a picture of the text in another size, so that they count only where the text has none.
 */
export function readMedia(kind: PostKind, field: Field): Media[] {
  const segments = arrayOf(field('content')).map(recordOf);
  const pictures = [field('content_html'), field('content'), kind === 'question' && field('detail')]
    .filter((html) => typeof html === 'string')
    .flatMap(picturesIn);
  const own = segments.filter(({ type }) => type === 'image').map(addressOf);
  const videos = [
    ...segments.filter(({ type }) => type === 'video'),
    field('video'),
    recordOf(field('attachment')).video,
  ].filter(isRecord);
  const shown = [...pictures, ...own].filter((url) => url !== undefined);
  const images = shown.length > 0 ? shown : covers(field, videos);
  const all: Media[] = [
    ...images.map((url): Media => ({ type: 'image', url })),
    ...videos.map(fileOf).map((url): Media => ({ type: 'video', url: url ?? '' })),
  ];
  const distinct = new Map(all.filter(({ url }) => /^https?:\/\//.test(url)).map((each) => [each.url, each]));
  return [...distinct.values()].slice(0, MAX_MEDIA);
}

function picturesIn(html: string): string[] {
  const tags = html.slice(0, MAX_HTML).match(TAG) ?? [];
  return tags
    .filter((tag) => !NOT_OF_THE_POST.test(tag))
    .flatMap((tag) => {
      const [, names = []] = SOURCES.find(([form]) => form.test(tag)) ?? [];
      const url = names.map((name) => attribute(tag, name)).find((value) => /^https?:\/\//.test(value));
      return url ? [url] : [];
    });
}

function attribute(tag: string, name: string): string {
  const start = tag.search(new RegExp(`\\s${name}=["']`, 'i'));
  if (start < 0) return '';
  const from = start + name.length + 3;
  const end = tag.indexOf(tag[from - 1] ?? '"', from);
  return end < 0 ? '' : htmlToText(tag.slice(from, end));
}

function covers(field: Field, videos: readonly Record<string, unknown>[]): string[] {
  const thumbnails = arrayOf(recordOf(field('thumbnail_info')).thumbnails).map((each) => recordOf(each).url);
  const single = [
    field('title_image'),
    field('image_url'),
    recordOf(field('image_area')).url,
    ...videos.flatMap((video) => [video.thumbnail, recordOf(infoOf(video)).thumbnail]),
    field('thumbnail'),
  ];
  const first = single.map(textOf).find(Boolean);
  return first ? [first] : thumbnails.map(textOf).filter((url) => url !== undefined);
}

function addressOf(picture: Record<string, unknown>): string | undefined {
  const field = fieldsOf(picture);
  return textOf(field('url')) ?? textOf(field('original_url'));
}

function infoOf(video: Record<string, unknown>): Record<string, unknown> {
  return recordOf(fieldsOf(video)('video_info'));
}

/** The best of a video's files: a list, or one by quality (`hd`, `HD`). */
function fileOf(video: Record<string, unknown>): string | undefined {
  for (const playlist of [video.playlist, infoOf(video).playlist]) {
    const byQuality = Object.entries(recordOf(playlist)).sort(([one], [other]) => rank(one) - rank(other));
    for (const file of [...arrayOf(playlist), ...byQuality.map(([, value]) => value)]) {
      const field = fieldsOf(recordOf(file));
      const url = textOf(field('url')) ?? textOf(field('play_url'));
      if (url) return url;
    }
  }
  return undefined;
}

function rank(quality: string): number {
  const place = QUALITIES.indexOf(quality.toLowerCase());
  return place < 0 ? QUALITIES.length : place;
}
