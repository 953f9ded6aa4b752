import type { FeedPost } from '../feed-data.ts';
import { frame } from './clock.ts';
import { createPostElement, fillPostElement } from './post-element.ts';

/** The list of posts in the page, and what the site's own script does with it. */
export class Feed {
  readonly element: HTMLElement;

  constructor(posts: readonly FeedPost[]) {
    this.element = document.createElement('main');
    this.element.className = 'feed';
    this.append(posts);
    document.body.replaceChildren(this.element);
  }

  get posts(): Element[] {
    return [...this.element.children];
  }

  append(posts: readonly FeedPost[]): void {
    this.element.append(...posts.map(createPostElement));
  }

  /** Shows these posts in the elements of the first ones, which go to the end. */
  reuse(posts: readonly FeedPost[]): void {
    for (const post of posts) {
      const element = this.element.firstElementChild as HTMLElement;
      fillPostElement(element, post);
      this.element.append(element);
    }
  }

  /** Shows these posts in new elements at the end, and removes as many first ones. */
  renew(posts: readonly FeedPost[]): void {
    for (const _ of posts) this.element.firstElementChild?.remove();
    this.append(posts);
  }

  /** Milliseconds of the layout that is due. */
  layOut(): number {
    const start = performance.now();
    void this.element.offsetHeight;
    return performance.now() - start;
  }

  /** Resolves when the page has been laid out and shown. */
  async settle(): Promise<void> {
    this.layOut();
    await frame();
    await frame();
  }
}
