import type { PageState, PostState } from '../define-site';
import { parseState as parseObject } from '../inline-state';
import { arrayOf, isRecord, recordOf } from '../unknown';
import { readData } from './read-data';

/** The state's script, newest first; the older ones are kept for pages that other tools have saved. */
const SCRIPTS =
  'script#__UNIVERSAL_DATA_FOR_REHYDRATION__, script#SIGI_STATE, script#sigi-persisted-data, script#__NEXT_DATA__';
/** Oldest pages assign the state instead of holding it as JSON. */
const ASSIGNED = /^\s*window\[['"]SIGI_STATE['"]\]\s*=\s*/;

interface ScriptState {
  posts: PageState;
  /** The status that the page of one item gives, other than 0 when there is no such item. */
  status?: number;
}

const parsed = new WeakMap<Element, ScriptState>();

/** Items of the page's inline state by id, which is that of the first load. */
export function readState(document: Document): PageState {
  const posts = new Map<string, PostState>();
  for (const state of scriptStates(document)) {
    for (const [id, fields] of state.posts) if (!posts.has(id)) posts.set(id, fields);
  }
  return posts;
}

/** Whether the page was loaded for an item that is not there. */
export function isMissing(document: Document): boolean {
  return scriptStates(document).some(({ status }) => status !== undefined && status !== 0);
}

function scriptStates(document: Document): ScriptState[] {
  return [...document.querySelectorAll(SCRIPTS)].flatMap((script) => {
    const source = script.textContent ?? '';
    // A page that is still loading may hold a script without its text.
    if (!source) return [];
    const state = parsed.get(script) ?? parseState(source);
    parsed.set(script, state);
    return [state];
  });
}

export function parseState(source: string): ScriptState {
  const data = parseObject(source.replace(ASSIGNED, '').trimStart());
  const posts = new Map<string, PostState>();
  for (const { kind, id, fields } of readData(data)) {
    if (kind !== 'comment' && !posts.has(id)) posts.set(id, fields);
  }
  const status = statusOf(recordOf(data));
  return { posts, ...(status !== undefined && { status }) };
}

function statusOf({
  __DEFAULT_SCOPE__: scope,
  VideoPage,
  props,
}: Record<string, unknown>): number | undefined {
  const pages = [recordOf(scope)['webapp.video-detail'], VideoPage, recordOf(props).pageProps];
  const { statusCode } = recordOf(arrayOf(pages).find(isRecord));
  return typeof statusCode === 'number' ? statusCode : undefined;
}
