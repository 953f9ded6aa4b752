import type { Media } from '../model/post';
import { PICTURE_HOSTS } from './picture-hosts';

/** Long enough not to be a counter or a date: a name that a site gave to one picture. */
const LEAST_NAME = 6;
/** What stands for a picture where there is none, or is drawn by the site. */
const FURNITURE =
  /(?:^|[/_.-])(?:default|placeholder|blank|spacer|transparent|empty|loading|lazy(?:load)?|no[-_]?(?:face|cover|image|img|pic)|404|error|deleted|logo|favicon|icons?|sprites?|emoji|emoticons?|emotes?|face|stickers?|avatars?|profile_images|portrait|headimg|mmhead|1x1|pixel|track)(?=[/_.\d-]|$)/i;
/** How addresses ask for a size or format: @320w_200h.webp, !nc_n_webp, ~tplv-dy:640, _720w.jpg. */
const VARIANT = /[@!~:].*$/;
const EXTENSION = /\.(?:jpe?g|png|webp|gif|avif|heic|image|bmp)$/i;
const SIZE = /[_-](?:\d{2,4}x\d{2,4}|\d{2,4}[wh]|thumb|small|medium|large|normal|b|r|l|s|xl|hd|qhd|fhd)$/i;

/**
 * What the first picture of a post is called at its site, whatever size, server, signature or protocol its address asks
 * for; `undefined` when it has none or only such as say nothing of it.
 */
export function coverAddress(media: readonly Media[] = []): string | undefined {
  for (const { type, url } of media) {
    const name = type === 'image' ? pictureName(url) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function pictureName(address: string): string | undefined {
  const parts = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?(\/[^?#]*)?(\?[^#]*)?/i.exec(address);
  if (!parts) return undefined;
  const host = parts[1]!.toLowerCase();
  const path = parts[2] ?? '/';
  const known = PICTURE_HOSTS.find((each) => each.host.test(host));
  if (known?.not?.test(host + path)) return undefined;
  const found = known?.name.exec(path + (parts[3] ?? ''));
  const name = found
    ? found.slice(1).join('/')
    : path.replace(VARIANT, '').replace(EXTENSION, '').replace(SIZE, '');
  if (name.length < LEAST_NAME || FURNITURE.test(found ? name : path)) return undefined;
  return `${known?.site ?? domainOf(host)}/${name.replace(/^\//, '')}`;
}

/** A host without the labels that name a server: i1.pictures.test, i2.pictures.test. */
function domainOf(host: string): string {
  const labels = host.split('.');
  const isUnderCountry = /^(?:com|net|org|gov|edu|co|ac)$/.test(labels.at(-2) ?? '');
  return labels.slice(isUnderCountry ? -3 : -2).join('.');
}
