import type { PostKind } from '../../model/post';
import type { PageState, PostState } from '../define-site';
import { recordOf } from '../unknown';
import { readData } from './read-data';

const GROUPS: readonly (readonly [string, PostKind])[] = [
  ['answers', 'answer'],
  ['articles', 'article'],
  ['pins', 'pin'],
  ['zvideos', 'video'],
  ['questions', 'question'],
];

/**
 * `script#js-initialData`: `initialState.entities.{answers,articles,…}[id]`. Keys lead, because long ids inside the
 * entities have been rounded by the parser. The data are those of the first load; readers compare ids.
 */
export function readState(document: Document): PageState {
  return parseState(document.querySelector('script#js-initialData')?.textContent ?? '');
}

export function parseState(json: string): PageState {
  const found = new Map<string, PostState>();
  const entities = recordOf(recordOf(recordOf(parse(json)).initialState).entities);
  for (const [group, kind] of GROUPS) {
    for (const [id, raw] of Object.entries(recordOf(entities[group]))) {
      const post = /^\d+$/.test(id) ? readData(raw, { kind, id }) : undefined;
      if (post?.kind === kind && !found.has(id)) found.set(id, post.fields);
    }
  }
  return found;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // A page that is still loading, or one that has moved its state elsewhere.
    return undefined;
  }
}
