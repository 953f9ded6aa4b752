import { afterEach, describe, expect, test } from 'vitest';
import { ChangeSorter } from '@/utils/scan/changes';
import { planOf } from '@/utils/scan/shape-plan';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { ARTICLE, card, idsOf, indexOf, page, siteOf, the } from './demo-site';

const observer = new MutationObserver(() => {});
let sorter: ChangeSorter;

afterEach(() => {
  observer.disconnect();
  document.body.replaceChildren();
});

function follow(site: SiteAdapter): void {
  const plan = planOf(site, 'feed');
  sorter = new ChangeSorter(plan, indexOf(plan));
  const all = { childList: true, subtree: true, characterData: true, attributeOldValue: true };
  observer.observe(document.body, { ...all, attributeFilter: ['class', 'href', 'id'] });
}

function sorted(change: () => void) {
  change();
  const changes = sorter.sort(observer.takeRecords());
  return { ids: idsOf(changes.dirty), isOpen: changes.isOpen };
}

const heading = (words: string) => {
  const wrapper = document.createElement('header');
  wrapper.append(Object.assign(document.createElement('h1'), { textContent: words }));
  return wrapper;
};

/** Posts of the one shape take their title from the page, those of the other do not. */
const shared = siteOf({ title: [{ page: true, css: 'h1' }] }, { root: 'section', kind: 'comment' });
const PAGE = `<h1>标题<b>粗</b></h1><nav>首页</nav>${card('a')}<section id="c"><a href="/c"></a></section>`;

describe('what posts read elsewhere in the page', () => {
  test.each([
    ['other words', () => (the('h1').firstChild!.nodeValue = '别的')],
    ['other words inside it', () => (the('h1 b').firstChild!.nodeValue = '别的')],
    ['an element more', () => the('h1').append(document.createElement('i'))],
    ['none any more', () => the('h1').remove()],
    ['a first one', () => document.body.append(heading('别的'))],
    ['another class somewhere', () => the('nav').classList.add('name')],
  ])('gets %s: the posts that read it, and no others', (_, change) => {
    page(PAGE);
    follow(shared);
    expect(sorted(change).ids).toEqual(['a']);
  });

  test('is not what else comes, or says other words, beside the posts', () => {
    page(PAGE);
    follow(shared);
    expect(sorted(() => document.body.append(document.createElement('p'))).ids).toEqual([]);
    expect(sorted(() => (the('nav').firstChild!.nodeValue = '别的')).ids).toEqual([]);
  });

  test('is nobody’s where no shape reads the page', () => {
    page(PAGE);
    follow(siteOf(ARTICLE));
    expect(sorted(() => the('h1').remove()).ids).toEqual([]);
    expect(sorted(() => document.body.append(heading('别的'))).ids).toEqual([]);
  });
});

describe('lists beside the document', () => {
  test('may change with whatever changes, so that only a search tells', () => {
    page(PAGE);
    follow({ ...siteOf(ARTICLE), trees: () => [] });
    expect(sorted(() => (the('nav').firstChild!.nodeValue = '别的'))).toMatchObject({ isOpen: false });
    expect(sorted(() => the('nav').append(document.createComment('<article>')))).toMatchObject({
      isOpen: true,
    });
  });
});
