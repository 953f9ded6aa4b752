import type { PostKind, Surface } from '../../model/post';

const SURFACES: readonly (readonly [Surface, RegExp])[] = [
  ['feed', /^\/(follow)?\/?$/],
  ['hot', /^\/hot\/?$/],
  ['detail', /^\/question\/\d+(\/answers?(\/\d+|\/updated)?)?\/?$/],
  ['detail', /^\/(pin|zvideo|answer)\/\d+\/?$/],
  ['profile', /^\/(people|org)\/[^/]+/],
  ['search', /^\/search\/?$/],
];

export function surfaceOf({ hostname, pathname }: URL): Surface | undefined {
  if (hostname === 'zhuanlan.zhihu.com') return /^\/p\/\d+\/?$/.test(pathname) ? 'detail' : undefined;
  return SURFACES.find(([, path]) => path.test(pathname))?.[0];
}

/** Canonical permalink; answers are also reachable without their question, by redirect. */
export function permalink(kind: PostKind, id: string, questionId?: string): string | undefined {
  switch (kind) {
    case 'answer':
      return questionId
        ? `https://www.zhihu.com/question/${questionId}/answer/${id}`
        : `https://www.zhihu.com/answer/${id}`;
    case 'article':
      return `https://zhuanlan.zhihu.com/p/${id}`;
    case 'pin':
      return `https://www.zhihu.com/pin/${id}`;
    case 'video':
      return `https://www.zhihu.com/zvideo/${id}`;
    case 'question':
      return `https://www.zhihu.com/question/${id}`;
    default:
      return undefined;
  }
}

/** Comments have no page of their own: the address of what they stand under, with the comment as fragment. */
export function commentLink(parent: string, id: string): string {
  return `${parent.replace(/#.*$/, '')}#comment-${id}`;
}
