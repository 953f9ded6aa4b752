import { decodeEntities } from './decode';
import { type Literal, readExpression, readObject } from './literal';

/** What the inline scripts of an article say. Only script elements are read, never the article's text. */
export interface PageScripts {
  /** `window.cgiDataNew`, on pages since 2025. */
  data: Record<string, Literal>;
  /** `window.claim_source`. */
  claim: Record<string, Literal> | undefined;
  /** `window.appmsg_bar_data`. */
  bar: Record<string, Literal> | undefined;
  /** `window.picture_page_info_list` and the lists of videos, on pages before 2025. */
  lists: Record<List, Literal[]>;
  /** `var x = …`, `window.x = …` and `d.x = …`, each of its known form. */
  variables: Partial<Record<Variable, string>>;
}

const LISTS = {
  pictures: ['window.picture_page_info_list'],
  videos: ['var videoPageInfos', 'window.__mpVideoTransInfo'],
} satisfies Record<string, readonly string[]>;
type List = keyof typeof LISTS;

const ANY = /\S/;
/** Forms of the parts of an article's address; `biz` is the account's number in base64. */
export const ADDRESS_FORMS = {
  biz: /^M[A-Za-z\d+/]{5,30}={0,2}$/,
  mid: /^\d{4,12}$/,
  idx: /^\d{1,2}$/,
  sn: /^[\da-f]{32}$/,
};
/** Variables that are read, with the form a value must have to be taken. */
const VARIABLES = {
  ...ADDRESS_FORMS,
  appmsgid: ADDRESS_FORMS.mid,
  ct: /^\d{9,10}$/,
  create_time: /^\d{9,10}$/,
  oriCreateTime: /^\d{9,10}$/,
  user_name: /^gh_\w{4,40}$/,
  nickname: ANY,
  nick_name: ANY,
  item_show_type: /^\d{1,3}$/,
  msg_title: ANY,
  msg_desc: ANY,
  desc: ANY,
  videoContentNoEncode: ANY,
  ContentNoEncode: ANY,
  TextContentNoEncode: ANY,
} satisfies Record<string, RegExp>;
export type Variable = keyof typeof VARIABLES;

/** An assignment at the start of a line: words inside a string literal never stand there. */
const ASSIGNMENT = new RegExp(
  `^[ \\t]*(?:(?:var|let|const)\\s+|window\\.|d\\.)(${Object.keys(VARIABLES).join('|')})\\s*=(?!=)`,
  'gm',
);
const MAX_DATA = 6_000_000;
/** The site's inlined libraries are larger and hold no article data. */
const MAX_VARIABLES = 300_000;
const MAX_VALUE = 200_000;

const known = new WeakMap<Document, { count: number; scripts: PageScripts }>();

/** Reads all inline scripts of a page once; again only when scripts were added. */
export function pageScripts(document: Document): PageScripts {
  const elements = document.querySelectorAll('script:not([src])');
  const cached = known.get(document);
  if (cached?.count === elements.length) return cached.scripts;
  const scripts = readScripts([...elements].map((element) => element.textContent ?? ''));
  known.set(document, { count: elements.length, scripts });
  return scripts;
}

export function noScripts(): PageScripts {
  return { data: {}, claim: undefined, bar: undefined, lists: { pictures: [], videos: [] }, variables: {} };
}

/** Reads the texts of inline scripts; the first good value of a variable stands. */
export function readScripts(texts: readonly string[]): PageScripts {
  const scripts = noScripts();
  for (const text of texts) {
    const data = objectOf(text, 'window.cgiDataNew');
    if (data) {
      if (Object.keys(scripts.data).length === 0) scripts.data = data;
      // The same script holds the article as a string; nothing else is taken from it.
      continue;
    }
    if (text.length > MAX_VARIABLES) continue;
    scripts.claim ??= objectOf(text, 'window.claim_source');
    scripts.bar ??= objectOf(text, 'window.appmsg_bar_data');
    for (const [list, names] of Object.entries(LISTS)) {
      scripts.lists[list as List].push(...names.flatMap((name) => listOf(text, name)));
    }
    readVariables(text, scripts.variables);
  }
  return scripts;
}

function listOf(text: string, name: string): Literal[] {
  const at = text.indexOf(name);
  const opening = at < 0 ? null : /^\s*=\s*(?=\[)/.exec(text.slice(at + name.length, at + name.length + 20));
  const list = opening && readExpression(text, at + name.length + opening[0].length);
  return Array.isArray(list) ? list : [];
}

function objectOf(text: string, name: string): Record<string, Literal> | undefined {
  const at = text.indexOf(name);
  if (at < 0 || text.length > MAX_DATA) return undefined;
  const opening = /^\s*=\s*\{/.exec(text.slice(at + name.length, at + name.length + 20));
  return opening ? readObject(text, at + name.length + opening[0].length - 1) : undefined;
}

function readVariables(text: string, variables: PageScripts['variables']): void {
  for (const found of text.matchAll(ASSIGNMENT)) {
    const name = found[1] as Variable;
    if (variables[name] !== undefined) continue;
    const start = found.index + found[0].length;
    const value = readExpression(text.slice(start, start + MAX_VALUE), 0);
    const words = typeof value === 'number' ? String(value) : value;
    if (typeof words !== 'string') continue;
    const form: RegExp = VARIABLES[name];
    const decoded = decodeEntities(words).trim();
    if (form.test(decoded)) variables[name] = decoded;
  }
}
