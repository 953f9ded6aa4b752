import type { PageState, PostState, StatePost } from '../define-site';
import { isRecord, numericIdOf } from '../unknown';
import { postIdOf } from './addresses';
import { readBaseData } from './base-data';
import { postsOfData } from './read-data';

/** Real ones have 20 to 200 KB. */
const MAX_STATE = 4_000_000;

interface ScriptState {
  posts: readonly StatePost[];
  /** Older posts have two ids: that of the item and that of the group, which links hold. */
  groupOfItem: ReadonlyMap<string, string>;
}

const read = new WeakMap<Element, ScriptState>();

/** Posts in the page's inline scripts, by id and, where it differs, by item id. They belong to the first load. */
export function readState(document: Document): PageState {
  const state = new Map<string, PostState>();
  for (const { posts } of scriptStates(document)) {
    for (const { id, fields } of posts) if (!state.has(id)) state.set(id, fields);
  }
  return state;
}

/** The id that links hold, for a page that is addressed by the post's other id; `undefined` when it has but one. */
export function groupIdOf(document: Document, itemId: string): string | undefined {
  for (const { groupOfItem } of scriptStates(document)) {
    const group = groupOfItem.get(itemId);
    if (group) return group;
  }
  return undefined;
}

/** The id of the post that the page is about, the same by either of its two ids. */
export function pagePostId(document: Document, page: URL): string | undefined {
  const addressed = postIdOf(page);
  return addressed && (groupIdOf(document, addressed) ?? addressed);
}

function* scriptStates(document: Document): Generator<ScriptState> {
  for (const script of document.querySelectorAll('script:not([src])')) {
    let state = read.get(script);
    if (!state) {
      state = readScript(script.id, script.textContent ?? '');
      read.set(script, state);
    }
    if (state.posts.length > 0) yield state;
  }
}

function readScript(id: string, source: string): ScriptState {
  if (id === 'RENDER_DATA') {
    const data = parseRenderData(source);
    return { posts: postsOfData(data), groupOfItem: pairsIn(data) };
  }
  const { post, itemId } = readBaseData(source) ?? {};
  const pairs = post && itemId && itemId !== post.id ? [[itemId, post.id] as const] : [];
  return { posts: post ? [post] : [], groupOfItem: new Map(pairs) };
}

/** `RENDER_DATA` is JSON, encoded like a part of an address. */
export function parseRenderData(source: string): unknown {
  if (source.length > MAX_STATE) return undefined;
  try {
    return JSON.parse(source.trimStart().startsWith('%') ? decodeURIComponent(source) : source);
  } catch {
    return undefined;
  }
}

function pairsIn(data: unknown): Map<string, string> {
  const { itemId, groupId } = isRecord(data) && isRecord(data.data) ? data.data : {};
  const [item, group] = [numericIdOf(itemId), numericIdOf(groupId)];
  return new Map(item && group && item !== group ? [[item, group]] : []);
}
