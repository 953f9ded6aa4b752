import type { PageState, StatePost } from '../define-site';
import { mergeStates, perScript, stateOf } from '../inline-scripts';
import { recordOf, textOf } from '../unknown';
import { stateObjects } from './inline';
import { merge, readData } from './read-data';
import { at } from './shown';

interface ScriptState {
  posts: PageState;
  /** Why a player that names no video shows nothing (`ERROR`, `LOGIN_REQUIRED`): that of a removed video. */
  playability?: string;
}

const scriptStates = perScript((source) =>
  /ytInitial(Data|PlayerResponse)/.test(source) ? parseScript(source) : undefined,
);

/** Videos of the page's inline state by id, which is that of the first load. */
export function readState(document: Document): PageState {
  return mergeStates(
    scriptStates(document).map(({ posts }) => posts),
    merge,
  );
}

/** The status of the player of the first load. */
export function playabilityOf(document: Document): string | undefined {
  return scriptStates(document).find(({ playability }) => playability)?.playability;
}

function parseScript(source: string): ScriptState {
  const videos: StatePost[] = [];
  let playability: string | undefined;
  for (const { name, value } of stateObjects(source)) {
    const isNamed = at(value, 'videoDetails', 'videoId') !== undefined;
    if (name === 'ytInitialPlayerResponse' && !isNamed) {
      playability = textOf(at(value, 'playabilityStatus', 'status'));
    }
    videos.push(...readData(recordOf(value)).posts.filter(({ kind }) => kind === 'video'));
  }
  return { posts: stateOf(videos, merge), ...(playability && { playability }) };
}
