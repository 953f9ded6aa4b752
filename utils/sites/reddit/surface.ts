import type { Surface } from '../../model/post';

const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/^\/((r|u|user)\/[\w-]+\/)?comments\/[a-z0-9]+(\/|$)/, 'detail'],
  [/^\/((r|user)\/[\w-]+\/)?search\/?$/, 'search'],
  [
    /^\/(u|user)\/[\w-]+(\/(overview|submitted|comments|upvoted|downvoted|saved|hidden|gilded))?\/?$/,
    'profile',
  ],
  [/^\/(r\/[\w+-]+\/?)?((best|hot|new|top|rising|controversial)\/?)?$/, 'feed'],
];

/** `undefined` for settings, chats, wikis and the like. */
export function surfaceOf({ pathname }: URL): Surface | undefined {
  return SURFACES.find(([path]) => path.test(pathname))?.[1];
}
