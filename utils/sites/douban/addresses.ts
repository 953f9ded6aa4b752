import type { PostKind, Surface } from '../../model/post';

export const SITE = 'douban';
const WWW = 'https://www.douban.com';

/** The handle in links to people: a name that the person chose, or the number. */
export const PERSON_ID = /douban\.com\/(?:people|author)\/([^/?#]+)/;
export const PERSON_LINK = /^[^?#]*\/(?:people|author)\/[^/?#]+\/?/;
/** `/doubanapp/dispatch?uri=/note/{id}/` and links of the mobile site lead to the same posts. */
export const REVIEW_ID = /\/review\/(\d+)(?!\d)/;
export const NOTE_ID = /\/note\/(\d+)(?!\d)/;
export const TOPIC_ID = /\/group\/topic\/(\d+)(?!\d)/;
export const STATUS_ID = /\/status\/(\d+)(?!\d)/;
export const SUBJECT_ID = /\/(?:subject|movie|tv|book|music|game)\/(\d+)(?!\d)/;
export const SUBJECT_PAGE = /\/subject\/(\d+)\/?(?=\?|$)/;

export const noteUrl = (id: string) => `${WWW}/note/${id}/`;
export const topicUrl = (id: string) => `${WWW}/group/topic/${id}/`;
/** Reviews stand on the host of what they review, as do subjects. */
export const reviewUrl = (id: string, origin: string) => `${origin}/review/${id}/`;
export const subjectUrl = (id: string, origin: string) => `${origin}/subject/${id}/`;
export const statusUrl = (id: string, person: string | undefined) =>
  person ? `${WWW}/people/${person}/status/${id}/` : `${WWW}/#status-${id}`;

/** Where a comment can be read: below its subject, topic, review, note or status. */
export function commentUrl(id: string, { origin, pathname }: URL): string {
  const subject = SUBJECT_ID.exec(pathname)?.[1];
  if (subject) return `${subjectUrl(subject, origin)}comments?comment_id=${id}`;
  return `${origin}${pathname}#comment-${id}`;
}

export function personUrl(id: string): string {
  return `${WWW}/people/${id}/`;
}

/** Hosts that say of which kind a subject is. */
export function originOf(kind: string | undefined): string {
  if (kind === 'book' || kind === 'music') return `https://${kind}.douban.com`;
  return kind === 'movie' || kind === 'tv' ? 'https://movie.douban.com' : WWW;
}

/** Permalink of a post of an answer, which names no page. */
export function answerUrl(kind: PostKind, id: string, endpoint: URL, link: string | undefined): string {
  // Other links lead into the app.
  const own = link && /^https:\/\/(?!m\.)[\w-]+\.douban\.com\/(?!doubanapp)[^?#]+/.exec(link)?.[0];
  if (own) return own;
  const subjectKind = /\/(movie|tv|book|music)\/\d+/.exec(endpoint.pathname)?.[1];
  const subject = SUBJECT_ID.exec(endpoint.pathname)?.[1];
  const topic = TOPIC_ID.exec(endpoint.pathname)?.[1];
  if (kind === 'thread') return topicUrl(id);
  if (kind === 'pin') return statusUrl(id, undefined);
  if (kind !== 'comment') return noteUrl(id);
  if (topic) return `${topicUrl(topic)}#comment-${id}`;
  return subject && subjectKind
    ? `${subjectUrl(subject, originOf(subjectKind))}comments?comment_id=${id}`
    : `${WWW}/#comment-${id}`;
}

const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/\/subject\/\d+\/comments/, 'comments'],
  [/^\/gallery\//, 'feed'],
  [/\/(subject|review|note|group\/topic|topic)\/\d+/, 'detail'],
  [/^\/people\/[^/]+\/status\/\d+/, 'detail'],
  [/^\/(people|mine)(\/|$)/, 'profile'],
  [/(^|\/)(group\/)?search(\/|$)/, 'search'],
  [/^\/(group|review|explore|timeline)(\/|$)/, 'feed'],
];

export function surfaceOf(url: URL): Surface | undefined {
  if (/^(accounts|sec|help|img\d*|erebor)\./.test(url.hostname)) return undefined;
  const found = SURFACES.find(([path]) => path.test(url.pathname))?.[1];
  return found ?? (url.hostname === 'www.douban.com' && url.pathname === '/' ? 'feed' : undefined);
}
