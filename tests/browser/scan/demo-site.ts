import { PageIndex, type Place } from '@/utils/scan/page-index';
import { type PagePlan, planOf } from '@/utils/scan/shape-plan';
import type { PostShape, SiteAdapter } from '@/utils/sites/define-site';
import type { PostReading } from '@/utils/sites/post-reading';

/** A shape with a field of each sort: words, a counter and a time that tick, a place for labels. */
export const ARTICLE: PostShape = {
  kind: 'note',
  surfaces: ['feed'],
  root: 'article',
  not: '.advert',
  id: [{ css: 'a', attr: 'href' }],
  url: (id) => `https://example.com${id}`,
  title: [{ css: 'h2' }],
  text: [{ css: '.text' }],
  authorName: [{ css: '.name' }],
  publishedAt: [{ css: 'time' }],
  counts: { like: [{ css: '.likes' }] },
  labels: [{ place: '.label', by: 'author' }],
};

export function siteOf(...shapes: Partial<PostShape>[]): SiteAdapter {
  return {
    id: 'demo',
    name: { zh_CN: '示例', en: 'Demo' },
    matches: [],
    surfaceOf: () => 'feed',
    shapes: shapes.map((parts) => ({ ...ARTICLE, ...parts })),
  };
}

export const planFor = (...shapes: Partial<PostShape>[]): PagePlan => planOf(siteOf(...shapes), 'feed');

export function page(html: string): void {
  document.body.innerHTML = html;
}

/** One element of the page, also of one in an open shadow root of another (`host >>> p`). */
export function the(path: string): HTMLElement {
  let at: ParentNode = document;
  for (const selector of path.split('>>>')) {
    const found: Element | null = at.querySelector(selector.trim());
    if (!found) throw new Error(`There is no ${selector} on the page`);
    if (selector === path.split('>>>').at(-1)) return found as HTMLElement;
    at = found.shadowRoot!;
  }
  throw new Error('An empty path');
}

export const card = (id: string, more = '') =>
  `<article id="${id}"><a href="/${id}"></a><h2>标题</h2><p class="text">正文<b>粗</b></p>` +
  `<span class="name">甲</span><time>1分钟前</time><span class="likes"><i>1</i></span>` +
  `<div class="label"></div><div class="aside">旁边</div>${more}</article>`;

/** An index in which every root of a plan holds a post. */
export function indexOf(plan: PagePlan, isRead: (root: Element) => boolean = () => true): PageIndex {
  const index = new PageIndex();
  for (const each of plan.shapes) {
    for (const root of document.querySelectorAll(each.shape.root.split('>>>')[0]!)) {
      const place = index.add(root, each);
      if (place && isRead(root)) index.set(place, readingIn(place, root.id), []);
    }
  }
  return index;
}

export function readingIn({ root, plan: { shape } }: Place, id: string): PostReading {
  const parts = {
    root,
    shape,
    id,
    key: `demo:note:${id}`,
    idFrom: 'element',
    author: {},
    showsAnything: true,
  };
  return parts as unknown as PostReading;
}

export const idsOf = (places: Iterable<Place>) => Array.from(places, ({ root }) => root.id).sort();
