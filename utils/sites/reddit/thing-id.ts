export const SITE = 'reddit';
export const ORIGIN = 'https://www.reddit.com';

/** Posts are `t3_…`, comments `t1_…`; the part behind is a number in base 36. */
export const POST_ID = /^t3_[a-z0-9]{1,13}$/;
export const COMMENT_ID = /^t1_[a-z0-9]{1,13}$/;

/** `/r/{community}/comments/{post}/…`, with `/comment/{id}` or, in older links, `/{title}/{id}` for a comment. */
const PERMALINK =
  /\/((?:r|u|user)\/[\w-]+\/)?comments\/([a-z0-9]{1,13})(?:\/([^/?#]*))?(?:\/([a-z0-9]{1,13}))?/;

export function postIdIn(link: string | undefined): string | undefined {
  const id = PERMALINK.exec(link ?? '')?.[2];
  return id && `t3_${id}`;
}

/** A post's own permalink where the page or the data write it; the short form leads to the same post. */
export function postUrl(id: string, permalink?: string): string {
  const path = PERMALINK.exec(permalink ?? '');
  if (!path || `t3_${path[2]}` !== id) return `${ORIGIN}/comments/${id.slice(3)}/`;
  const title = path[3] && path[3] !== 'comment' ? `${path[3]}/` : '';
  return `${ORIGIN}/${path[1] ?? ''}comments/${path[2]}/${title}`;
}

/** One form for both kinds of links to a comment. */
export function commentUrl(id: string, permalink: string | undefined, postId?: string): string {
  const path = PERMALINK.exec(permalink ?? '');
  const post = path?.[2] ?? postId?.replace(/^t3_/, '');
  return post
    ? `${ORIGIN}/${path?.[1] ?? ''}comments/${post}/comment/${id.slice(3)}/`
    : `${ORIGIN}/api/info/?id=${id}`;
}
