import type { Media } from '../../model/post';
import { arrayOf, recordOf, textOf } from '../unknown';

const PICTURE_SIZES = ['large', 'original', 'largest', 'mw2000', 'bmiddle', 'thumbnail'];
const VIDEO_SIZES = [
  'mp4_720p_mp4',
  'mp4_hd_url',
  'stream_url_hd',
  'mp4_hd_mp4',
  'mp4_sd_url',
  'stream_url',
  'mp4_ld_mp4',
];
const MAX_MEDIA = 30;

/** Pictures and the video of a status, of weibo.com (`pic_infos`), m.weibo.cn (`pics`) or mixed (`mix_media_info`). */
export function mediaOfStatus(status: Record<string, unknown>): Media[] {
  const infos = recordOf(status.pic_infos);
  const listed = arrayOf(status.pic_ids).map((id) => infos[textOf(id) ?? '']);
  const mixed = arrayOf(recordOf(status.mix_media_info).items).map((item) => recordOf(recordOf(item).data));
  const pictures = [
    ...(listed.length > 0 ? listed : Object.values(infos)),
    ...arrayOf(status.pics),
    ...mixed,
  ];
  const videos = [status.page_info, ...mixed].map(videoOf);
  const all: Media[] = [
    ...pictures.map(pictureOf).map((url): Media => ({ type: 'image', url: url ?? '' })),
    ...videos.map((url): Media => ({ type: 'video', url: url ?? '' })),
  ];
  const distinct = new Map(all.filter(({ url }) => /^https?:\/\//.test(url)).map((each) => [each.url, each]));
  return [...distinct.values()].slice(0, MAX_MEDIA);
}

/** The picture of a comment, or one of a status. */
export function pictureOf(picture: unknown): string | undefined {
  const sizes = recordOf(picture);
  return PICTURE_SIZES.map((size) => textOf(recordOf(sizes[size]).url)).find(Boolean) ?? textOf(sizes.url);
}

function videoOf(page: unknown): string | undefined {
  const { media_info: info, urls } = recordOf(page);
  return [recordOf(info), recordOf(urls)]
    .flatMap((sizes) => VIDEO_SIZES.map((size) => textOf(sizes[size])))
    .find(Boolean);
}
