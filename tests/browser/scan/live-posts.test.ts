import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { loadRules } from '@/utils/rules';
import { LivePosts } from '@/utils/scan/live-posts';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { readPage } from '@/utils/sites/read-page';
import { healthyPages, type PageFixture } from '../../support/page-fixtures';

const rules = loadRules();

/** Puts a fixture's page into this page, whose mutations are real ones. Scripts put in so do not run. */
function show(fixture: PageFixture): void {
  const { body, head } = fixture.load();
  document.body.replaceChildren(...head.querySelectorAll('script'), ...body.childNodes);
  for (const { name, value } of body.attributes) document.body.setAttribute(name, value);
}

afterEach(() => {
  document.body.replaceChildren();
  for (const { name } of [...document.body.attributes]) document.body.removeAttribute(name);
});

/** What rules and reports rest on; counts and times may be those of the first look. */
function essence({
  title,
  text,
  url,
  author,
  hashtags,
  labels,
}: ReturnType<typeof readPage>['found'][number]['post']) {
  return { title, text, url, author: author.name, verification: author.verification, hashtags, labels };
}

function readWhole(site: SiteAdapter, url: URL) {
  const { found } = readPage(site, document, url, new Date());
  return Object.fromEntries(found.map(({ key, post }) => [key, essence(post)]));
}

class Follower {
  readonly posts: LivePosts;
  readonly #observer = new MutationObserver(() => {});

  constructor({ site, url }: PageFixture) {
    const watch = (root: Node) =>
      this.#observer.observe(root, {
        childList: true,
        subtree: true,
        characterData: true,
        attributeFilter: [...this.posts.attributes],
        attributeOldValue: true,
      });
    this.posts = new LivePosts(site, rules, {
      document,
      address: () => url.href,
      data: undefined,
      onShadowRoot: watch,
    });
    watch(document.body);
    this.posts.beginAnew();
    this.posts.readAll();
  }

  follow(): void {
    if (this.posts.take(this.#observer.takeRecords())) this.posts.search();
    this.posts.readAll();
  }

  read() {
    const found = [...this.posts.shown()].flatMap(({ reading }) => reading ?? []);
    return Object.fromEntries(found.map(({ key, post }) => [key, essence(post)]));
  }

  stop(): void {
    this.#observer.disconnect();
  }
}

/** Everything under the body, open shadow roots included. */
function allElements(root: ParentNode = document.body): Element[] {
  return [...root.querySelectorAll('*')].flatMap((each) => [
    each,
    ...(each.shadowRoot ? allElements(each.shadowRoot) : []),
  ]);
}

const WORDS = ['周末露营', '没有剧本，关注看后续', '', '加微信进群'];
type Step = { what: number; at: number; to: number };

/** Also when the other lies in a shadow root inside it. */
function holds(element: Element, other: Element): boolean {
  const root = other.getRootNode();
  return root instanceof ShadowRoot && (element.contains(root.host) || holds(element, root.host));
}

/** One of the ways in which pages change themselves. */
function change({ what, at, to }: Step): void {
  const elements = allElements().filter((each) => each.localName !== 'script');
  const [element, other] = [elements[at % elements.length], elements[to % elements.length]];
  if (!element || !other) return;
  const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
  switch (what) {
    case 0:
      if (text) text.nodeValue = WORDS[to % WORDS.length]!;
      break;
    case 1:
      if (!element.firstElementChild) element.textContent = WORDS[to % WORDS.length]!;
      break;
    case 2:
      element.remove();
      break;
    case 3:
      if (!element.contains(other) && !holds(element, other)) other.append(element);
      break;
    case 4:
      if (!element.contains(other)) other.before(element.cloneNode(true));
      break;
    case 5:
      element.setAttribute('class', other.getAttribute('class') ?? '');
      break;
    case 6:
      for (const name of ['href', 'id', 'data-id', 'mid']) {
        const value = other.getAttribute(name);
        if (value !== null && element.hasAttribute(name)) element.setAttribute(name, value);
      }
      break;
    case 7:
      element.classList.toggle('active');
      break;
  }
}

const steps = fc.array(fc.record({ what: fc.nat(7), at: fc.nat(2_000), to: fc.nat(2_000) }), {
  maxLength: 12,
});

describe('LivePosts', () => {
  test.each(healthyPages.map((fixture) => [fixture.name, fixture] as const))(
    '%s: what is followed step by step is what a whole reading finds',
    (_, fixture) => {
      fc.assert(
        fc.property(steps, (all) => {
          show(fixture);
          const follower = new Follower(fixture);
          try {
            expect(follower.read()).toEqual(readWhole(fixture.site, fixture.url));
            for (const step of all) {
              change(step);
              follower.follow();
              expect(follower.read(), JSON.stringify(step)).toEqual(readWhole(fixture.site, fixture.url));
            }
          } finally {
            follower.stop();
          }
        }),
        { numRuns: 8, seed: 5 },
      );
    },
  );
});
