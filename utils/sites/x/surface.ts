import type { Surface } from '../../model/post';

/** First parts of paths that are no person's handle and hold no posts. */
const ELSEWHERE =
  /^\/(about|account|compose|download|intent|jobs|login|logout|messages|oauth|privacy|settings|share|signup|tos|i\/(flow|keyboard_shortcuts|monetization|premium_sign_up|grok))(\/|$)/;
const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/^\/\w{1,20}\/(status(es)?|article)\/\d+(\/|$)/, 'detail'],
  [/^\/i\/web\/status\/\d+(\/|$)/, 'detail'],
  [/^\/(search|hashtag\/[^/]+)\/?$/, 'search'],
  [/^\/((home|explore|notifications)(\/.*)?)?$/, 'feed'],
  [/^\/i\/(bookmarks|lists|communities|timeline|trending|events)(\/.*)?$/, 'feed'],
  [/^\/(?!i\/)\w{1,20}\/(lists|communities)\/.+/, 'feed'],
  [/^\/(?!i(\/|$))\w{1,20}(\/(with_replies|highlights|articles|media|likes|superfollows))?\/?$/, 'profile'],
];

/** `undefined` for settings, messages and the like. */
export function surfaceOf({ pathname }: URL): Surface | undefined {
  if (ELSEWHERE.test(pathname)) return undefined;
  return SURFACES.find(([path]) => path.test(pathname))?.[1];
}
