import { MEDIA_TYPES, type Media } from '../model/post';
import { allValues } from './candidates';
import type { PostShape, PostState } from './define-site';

const MAX_ADDRESS = 2_000;
const MAX_MEDIA = 30;

/** Pictures, videos and sounds of a post, from its data first, each address once. */
export function readMedia(root: Element, { media = {} }: PostShape, known: PostState, base: string): Media[] {
  const shown = MEDIA_TYPES.flatMap((type) =>
    allValues(root, media[type]).map((address) => ({ type, url: webAddress(address, base) })),
  );
  const all = [...(known.media ?? []), ...shown].filter((each): each is Media =>
    /^https?:\/\//.test(each.url ?? ''),
  );
  const distinct = new Map(all.map((each) => [each.url, each]));
  return [...distinct.values()].filter(({ url }) => url.length <= MAX_ADDRESS).slice(0, MAX_MEDIA);
}

/** Absolute http(s) address of a link as the page writes it. */
export function webAddress(link: string | undefined, base: string): string | undefined {
  const address = link ? URL.parse(link, base) : null;
  return address && /^https?:$/.test(address.protocol) ? address.href : undefined;
}
