import type { SiteBridge } from '../define-site';
import { readRooms, streamsOf } from './read-data';

/** The same objects as in the inline scripts, which the page may have changed since. */
export const bridge: SiteBridge = {
  ofPage: ({ TT_ROOM_DATA, TT_PROFILE_INFO, hyPlayerConfig }) =>
    readRooms([TT_ROOM_DATA, TT_PROFILE_INFO, streamsOf(hyPlayerConfig)]),
};
