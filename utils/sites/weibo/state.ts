import { collectPosts } from '../collect';
import type { PageState } from '../define-site';
import { perScript, stateOf } from '../inline-scripts';
import { leadingLiteral } from '../leading-literal';
import { readStatus } from './read-data';

const MARK = /\$render_data\s*=\s*(?=\[)/;
const NONE: PageState = new Map();

const statesOf = perScript((source): PageState | undefined => {
  const mark = MARK.exec(source);
  if (!mark) return undefined;
  return stateOf(collectPosts(parseRenderData(source.slice(mark.index + mark[0].length)), readStatus));
});

/** m.weibo.cn writes the status of a page it was loaded for into a script: `var $render_data = [{…}][0] || {}`. */
export function readState(document: Document): PageState {
  return statesOf(document)[0] ?? NONE;
}

/** The array that the text begins with; code after it is left out. */
export function parseRenderData(source: string): unknown {
  try {
    return JSON.parse(leadingLiteral(source) ?? '');
  } catch {
    // The page belongs to others; what stands there need not be JSON.
    return undefined;
  }
}
