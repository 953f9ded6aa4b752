import type { PageState } from '../define-site';
import { perScript, stateOf } from '../inline-scripts';
import { numberOf, numericIdOf, recordOf } from '../unknown';
import { postsOf } from './read-data';

/** `__INITIAL_STATE__` of most pages, `__NEPTUNE_IS_MY_WAIFU__` of live rooms, `__NEXT_DATA__` of series. */
const MARK = /(?:window\.__(?:INITIAL_STATE|NEPTUNE_IS_MY_WAIFU)__\s*=|^)\s*(?=\{)/;
const SCRIPTS =
  'script:not([src]):not([type]), script[type="text/javascript"]:not([src]), script#__NEXT_DATA__';

interface ScriptState {
  /** Ids of different kinds differ in form, or come from data that a page never holds together. */
  posts: PageState;
  isError: boolean;
  shortRooms: ReadonlyMap<string, string>;
}

const statesOf = perScript(parseScript, SCRIPTS);

/** Posts of the page's inline state by id; it belongs to the first load, and the page removes its script soon after. */
export function readState(document: Document): PageState {
  return new Map(statesOf(document).flatMap(({ posts }) => [...posts]));
}

/** Whether the page's state says that what the address names is not there. */
export function isErrorState(document: Document): boolean {
  return statesOf(document).some(({ isError }) => isError);
}

/** The room's own number for the short one that addresses of long-standing rooms hold. */
export function roomOfShort(document: Document, short: string): string | undefined {
  return statesOf(document)
    .map(({ shortRooms }) => shortRooms.get(short))
    .find(Boolean);
}

function parseScript(source: string): ScriptState | undefined {
  const mark = MARK.exec(source);
  const state = mark ? parseObject(source.slice(mark.index + mark[0].length)) : undefined;
  if (state === undefined) return undefined;
  const { error, roomInitRes } = recordOf(state);
  const room = recordOf(recordOf(roomInitRes).data);
  const long = numericIdOf(room.room_id);
  const short = numericIdOf(room.short_id);
  const code = numberOf(recordOf(error).code);
  return {
    posts: stateOf(postsOf(state)),
    isError: Number.isFinite(code) && code !== 0 && code !== 200,
    shortRooms: long && short ? new Map([[short, long]]) : new Map(),
  };
}

/** The state is JSON; the code behind it removes its script. */
export function parseObject(source: string): unknown {
  const end = source.lastIndexOf(';(function');
  try {
    return JSON.parse((end < 0 ? source : source.slice(0, end)).trim().replace(/;$/, ''));
  } catch {
    return undefined;
  }
}
