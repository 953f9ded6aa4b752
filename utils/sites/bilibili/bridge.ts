import { vueData } from '../components';
import type { SiteBridge, StatePost } from '../define-site';
import { isRecord } from '../unknown';
import type { DataPost } from './fields';
import { readComment } from './read-comment';
import { postsOf } from './read-data';
import { readDynamic } from './read-dynamic';

/** Components of comments, and the one around it that holds the same comment; a reply's own component is the nearest. */
const COMMENT_HOSTS = /^bili-comment-(reply-renderer|renderer|thread-renderer)$/i;

/** Reads the page's state objects, the data of comments' custom elements and the Vue props of dynamics. */
export const bridge: SiteBridge = {
  *ofPage(page) {
    for (const state of [page.__INITIAL_STATE__, page.__NEPTUNE_IS_MY_WAIFU__]) {
      for (const post of postsOf(state)) yield plain(post);
    }
  },
  ofElement: (element) => {
    const post = commentOf(element) ?? dynamicOf(element);
    return post && plain(post);
  },
};

/** The answer's shape has no address. */
function plain({ kind, id, fields }: DataPost): StatePost {
  return { kind, id, fields };
}

function commentOf(element: Element): DataPost | undefined {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    if (!COMMENT_HOSTS.test(at.tagName) && at !== element) return undefined;
    const { __data, data } = at as Element & { __data?: unknown; data?: unknown };
    const own = [__data, data].find(isRecord);
    const comment = own && readComment(own, undefined);
    if (comment) return comment;
    // Around a reply stands the comment that it answers.
    if (/reply-renderer$/i.test(at.tagName)) return undefined;
  }
  return undefined;
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function dynamicOf(element: Element): DataPost | undefined {
  if (!element.closest('.bili-dyn-item, .bili-dyn-list__item')) return undefined;
  for (const part of vueData(element)) {
    for (const value of [part.data, part.item, part.dynamic, part]) {
      const dynamic = isRecord(value) ? readDynamic(value) : undefined;
      if (dynamic) return dynamic;
    }
  }
  return undefined;
}
