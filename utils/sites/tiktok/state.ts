import type { PageState } from '../define-site';
import { mergeStates, perScript, stateOf } from '../inline-scripts';
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

const scriptStates = perScript(parseState, SCRIPTS);

/** Items of the page's inline state by id, which is that of the first load. */
export function readState(document: Document): PageState {
  return mergeStates(scriptStates(document).map(({ posts }) => posts));
}

/** Whether the page was loaded for an item that is not there. */
export function isMissing(document: Document): boolean {
  return scriptStates(document).some(({ status }) => status !== undefined && status !== 0);
}

export function parseState(source: string): ScriptState {
  const data = parseObject(source.replace(ASSIGNED, '').trimStart());
  const posts = stateOf(readData(data).filter(({ kind }) => kind !== 'comment'));
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
