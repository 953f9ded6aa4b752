import type { SiteBridge } from '../define-site';
import { recordOf } from '../unknown';
import { readRooms } from './read-data';

/** `$ROOM` of room pages and `$DATA.ROOM` of videos and events (facts: sites.md section 2.12). */
export const bridge: SiteBridge = {
  ofPage: ({ $ROOM, $DATA }) => [$ROOM, recordOf($DATA).ROOM].flatMap((room) => readRooms(room)),
};
