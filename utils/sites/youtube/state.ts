import type { PageState, PostState } from '../define-site';
import { recordOf, textOf } from '../unknown';
import { stateObjects } from './inline';
import { merge, readData } from './read-data';
import { at } from './shown';

interface ScriptState {
  posts: PageState;
  /** Why a player that names no video shows nothing (`ERROR`, `LOGIN_REQUIRED`): that of a removed video. */
  playability?: string;
}

const NONE: ScriptState = { posts: new Map() };
const parsed = new WeakMap<Element, ScriptState>();

/** Videos of the page's inline state by id, which is that of the first load. */
export function readState(document: Document): PageState {
  const posts = new Map<string, PostState>();
  for (const state of scriptStates(document)) {
    for (const [id, fields] of state.posts) posts.set(id, mergeWith(posts.get(id), fields));
  }
  return posts;
}

/** The status of the player of the first load. */
export function playabilityOf(document: Document): string | undefined {
  return scriptStates(document).find(({ playability }) => playability)?.playability;
}

function scriptStates(document: Document): ScriptState[] {
  return [...document.querySelectorAll('script:not([src])')].map((script) => {
    const known = parsed.get(script);
    if (known) return known;
    const source = script.textContent ?? '';
    // A page that is still loading may hold a script without its text.
    if (!source) return NONE;
    const state = /ytInitial(Data|PlayerResponse)/.test(source) ? parseScript(source) : NONE;
    parsed.set(script, state);
    return state;
  });
}

export function parseScript(source: string): ScriptState {
  const posts = new Map<string, PostState>();
  let playability: string | undefined;
  for (const { name, value } of stateObjects(source)) {
    const isNamed = at(value, 'videoDetails', 'videoId') !== undefined;
    if (name === 'ytInitialPlayerResponse' && !isNamed) {
      playability = textOf(at(value, 'playabilityStatus', 'status'));
    }
    for (const { kind, id, fields } of readData(recordOf(value)).posts) {
      if (kind === 'video') posts.set(id, mergeWith(posts.get(id), fields));
    }
  }
  return { posts, ...(playability && { playability }) };
}

function mergeWith(known: PostState | undefined, fields: PostState): PostState {
  return known ? merge(known, fields) : fields;
}
