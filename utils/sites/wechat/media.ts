import type { Media } from '../../model/post';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { decodeEntities } from './decode';
import type { PageScripts } from './scripts';

const MAX_HTML = 400_000;
/** Elements of an article's sounds; their player loads them from here by their id. */
const SOUND = 'mpvoice[voice_encode_fileid], mp-common-mpaudio[voice_encode_fileid]';
const SOUND_ADDRESS = 'https://res.wx.qq.com/voice/getvoice?mediaid=';

/** Pictures of the text, or of a share; files of its videos; its sounds (facts: sites.md section 2.7). */
export function mediaOf(
  { data, lists }: PageScripts,
  html: string | undefined,
  isShare: boolean,
  document?: Document,
): Media[] {
  const sounds = [
    ...arrayOf(data.voice_in_appmsg).map((voice) => textOf(recordOf(voice).voice_id)),
    ...[...(document?.querySelectorAll(SOUND) ?? [])].map((sound) =>
      sound.getAttribute('voice_encode_fileid'),
    ),
  ];
  const videos = [data.video_page_info, ...arrayOf(data.video_page_infos), ...lists.videos].filter(isRecord);
  const listed = [...arrayOf(data.picture_page_info_list), ...lists.pictures];
  // The list of an article's pictures also names those of cards; the text itself is exact.
  const pictures = isShare ? listed.map((picture) => textOf(recordOf(picture).cdn_url)) : picturesIn(html);
  return [
    ...mediaOfType('image', [...pictures, ...videos.map(coverOf)]),
    ...mediaOfType('video', videos.map(fileOf)),
    ...mediaOfType(
      'audio',
      sounds.map((id) => (id && /^[\w=+/-]{6,200}$/.test(id) ? SOUND_ADDRESS + id : undefined)),
    ),
  ];
}

/** The web addresses among these, each once. */
export function mediaOfType(type: Media['type'], addresses: readonly (string | undefined)[]): Media[] {
  const urls = addresses.flatMap((address) => {
    // Script values are escaped once or twice.
    const url = address && decodeEntities(address).replace(/&(?:amp;)+/g, '&');
    return url && /^https?:\/\//.test(url) ? [url] : [];
  });
  return [...new Set(urls)].map((url) => ({ type, url }));
}

/** Small pictures of the site itself are emoticons. */
function picturesIn(html = ''): string[] {
  const tags = html.slice(0, MAX_HTML).match(/<img\b[^<>]{0,4000}>/gi) ?? [];
  return tags
    .map((tag) => /\sdata-src=["']([^"']{1,2000})["']/i.exec(tag)?.[1])
    .filter((url) => url !== undefined)
    .filter((url) => !/\/\/res\.wx\.qq\.com\//.test(url));
}

/** Videos in articles list their files by quality; the older list is one of files itself. */
function fileOf(video: Record<string, unknown>): string | undefined {
  const files = arrayOf(video.mp_video_trans_info).map(recordOf);
  return [...files, video].map(({ url }) => textOf(url)).find(Boolean);
}

function coverOf(video: Record<string, unknown>): string | undefined {
  return [video.cover_url_16_9, video.cover_url].map(textOf).find(Boolean);
}
