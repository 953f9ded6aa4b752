import type { Media } from '../../model/post';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';

type Item = Record<string, unknown>;

const LISTS = ['image_list', 'imageList', 'images_list', 'imagesList', 'pictures'];
/** The size that pages show first; addresses of other sizes differ. */
const SIZES = [
  'url_default',
  'urlDefault',
  'url',
  'url_size_large',
  'urlSizeLarge',
  'original',
  'url_pre',
  'urlPre',
];
const SCENES = /DFT$/;
const VIDEOS = ['video', 'video_info_v2', 'videoInfoV2', 'video_info', 'videoInfo'];
const CODECS = ['h264', 'h265', 'av1', 'h266'];
const MAX_MEDIA = 60;

/** Pictures and the video of a note or comment; of notes that have neither here, the cover (facts: section 2.4). */
export function mediaOf(item: Item): Media[] {
  const listed = LISTS.flatMap((key) => arrayOf(item[key])).map(pictureOf);
  const cover = listed.some(Boolean) ? [] : [pictureOf(item.cover)];
  const video = VIDEOS.map((key) => fileOf(recordOf(item[key]))).find(Boolean);
  const all: Media[] = [
    ...[...listed, ...cover].map((url): Media => ({ type: 'image', url: url ?? '' })),
    { type: 'video', url: video ?? '' },
  ];
  const distinct = new Map(all.filter(({ url }) => url).map((each) => [each.url, each]));
  return [...distinct.values()].slice(0, MAX_MEDIA);
}

function pictureOf(picture: unknown): string | undefined {
  if (!isRecord(picture)) return webAddress(picture);
  const scenes = [picture.info_list, picture.infoList].flatMap(arrayOf).map(recordOf);
  const shown = scenes.find((scene) => SCENES.test(textOf(scene.image_scene ?? scene.imageScene) ?? ''));
  return [...SIZES.map((size) => picture[size]), shown?.url, scenes[0]?.url].map(webAddress).find(Boolean);
}

/** `media.stream.{codec}[]` of a note's own record; some relays give the file's address alone. */
function fileOf(video: Item): string | undefined {
  const stream = recordOf(recordOf(video.media).stream);
  const files = CODECS.flatMap((codec) => arrayOf(stream[codec])).map(recordOf);
  return [...files.map((file) => file.master_url ?? file.masterUrl), video.url].map(webAddress).find(Boolean);
}

/** The data write `http`, the page asks for the same over `https`. */
function webAddress(address: unknown): string | undefined {
  const url = textOf(address);
  return url && /^(https?:)?\/\/[^\s]+$/.test(url) ? url.replace(/^(http:)?\/\//, 'https://') : undefined;
}
