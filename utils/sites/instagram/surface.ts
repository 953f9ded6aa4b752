import type { Surface } from '../../model/post';

const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/^\/([\w.]{1,30}\/)?(p|reel|tv)\/[\w-]{5,64}(\/|$)/, 'detail'],
  [/^\/$/, 'feed'],
  [/^\/explore(\/|$)/, 'search'],
  // The viewer of reels names the open one in its address alone, so it cannot be told which of its videos that is.
  [
    /^\/(?!(about|accounts|api|archive|challenge|developer|direct|emails|graphql|legal|nametag|oauth|p|press|privacy|reel|reels|session|settings|stories|terms|threads|tv|web|your_activity)(\/|$))[\w.]{1,30}\/?((reels|tagged|saved|feed|reposts)\/?)?$/,
    'profile',
  ],
];

/** `undefined` for messages, settings, stories and the like. */
export function surfaceOf({ pathname }: URL): Surface | undefined {
  return SURFACES.find(([path]) => path.test(pathname))?.[1];
}
