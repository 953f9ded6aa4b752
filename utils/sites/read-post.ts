import type { PostEvidence } from '../model/media-check';
import { type Post, type PostKey, type PostKind, postKey, type Surface } from '../model/post';
import { firstValue } from './candidates';
import type { PostShape, PostState, SiteAdapter, StatePost } from './define-site';
import { PostReading } from './post-reading';

/** A post together with the elements it was read from; elements never leave the content script. */
export interface FoundPost {
  key: PostKey;
  kind: PostKind;
  id: string;
  root: Element;
  /** What says which post the root shows. An address says it before the page has followed (freshness.ts). */
  idFrom: 'element' | 'component' | 'address' | 'derived';
  /** What the elements alone show, without the site's data; tells whether the page has followed its address. */
  shown: { title: string; text: string; author: string };
  /** Elements that hold the rule-read fields, for painting marks. */
  fields: { title?: Element; text?: Element };
  post: Post;
}

/** Everything that a post is read from besides its root. */
export interface PostContext {
  surface: Surface;
  page: URL;
  /** What relative links are resolved against. */
  base: string;
  now: Date;
  /** What the page's state holds of a post. */
  stateOf: (id: string) => PostState | undefined;
  /** What the component behind an element holds. */
  componentOf: (root: Element) => StatePost | undefined;
  /** What is known of a post's files; absent where nobody looks into them. */
  evidenceOf?: ((key: PostKey) => PostEvidence | undefined) | undefined;
}

/** Finds out which post a root element shows; `undefined` when nothing says it. Its fields are read when asked for. */
export function readPost(
  site: SiteAdapter,
  shape: PostShape,
  root: Element,
  context: PostContext,
): PostReading | undefined {
  const behind = shape.component ? context.componentOf(root) : undefined;
  // Around a comment stands the component of what it was written under.
  const component = behind?.kind === shape.kind ? behind : undefined;
  const identity = identify(shape, root, context.page, component);
  const url = identity && shape.url(identity.id, root, context.page);
  if (!identity || !url) return undefined;
  const key = postKey(site.id, shape.kind, identity.id);
  return new PostReading(site, shape, root, context, {
    id: identity.id,
    idFrom: identity.idFrom,
    key,
    url,
    component,
  });
}

function identify(
  { id, idInAddress, derivedId }: PostShape,
  root: Element,
  page: URL,
  component: StatePost | undefined,
): { id: string; idFrom: FoundPost['idFrom'] } | undefined {
  const own = typeof id === 'function' ? id(root, page) : firstValue(root, id);
  if (own) return { id: own, idFrom: 'element' };
  const addressed = idInAddress && addressedId(idInAddress, page, root);
  // The component agrees with the address: the page has followed.
  if (component && (!addressed || component.id === addressed))
    return { id: component.id, idFrom: 'component' };
  if (addressed) return { id: addressed, idFrom: 'address' };
  const derived = derivedId?.(root, page);
  return derived ? { id: derived, idFrom: 'derived' } : undefined;
}

function addressedId(
  where: NonNullable<PostShape['idInAddress']>,
  page: URL,
  root: Element,
): string | undefined {
  if (typeof where === 'function') return where(page, root);
  const found = where.exec(page.pathname + page.search);
  return found?.[1] ?? found?.[0];
}
