import type { PageState, StatePost } from '../define-site';
import { perScript, stateOf } from '../inline-scripts';
import { isRecord, numericIdOf } from '../unknown';
import { postIdOf } from './addresses';
import { readBaseData } from './base-data';
import { postsOfData } from './read-data';

interface ScriptState {
  posts: readonly StatePost[];
  /** Older posts have two ids: that of the item and that of the group, which links hold. */
  groupOfItem: ReadonlyMap<string, string>;
}

const scriptStates = perScript((source, script) => {
  const state = readScript(script.id, source);
  return state.posts.length > 0 ? state : undefined;
});

/** Posts in the page's inline scripts, by id and, where it differs, by item id. They belong to the first load. */
export function readState(document: Document): PageState {
  return stateOf(scriptStates(document).flatMap(({ posts }) => posts));
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
