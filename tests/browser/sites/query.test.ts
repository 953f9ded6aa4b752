import { afterEach, expect, test } from 'vitest';
import { queryAll, shadowRootsOn } from '@/utils/sites/query';

afterEach(() => document.body.replaceChildren());

function hostWith(html: string, parent: ParentNode = document.body): ShadowRoot {
  const host = document.createElement('x-list');
  parent.append(host);
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.innerHTML = html;
  return shadow;
}

test('goes through open shadow roots in order, and only where the path says so', () => {
  const outer = hostWith('<p id="a"></p>');
  hostWith('<p id="b"></p><p id="c"></p>', outer);
  hostWith('<p id="d"></p>');
  const ids = (path: string) => [...queryAll(document, path)].map(({ id }) => id);
  expect(ids('x-list >>> p')).toEqual(['a', 'd']);
  expect(ids('x-list >>> x-list >>> p, i')).toEqual(['b', 'c']);
  expect(ids('p')).toEqual([]);
  expect([...shadowRootsOn(document, 'x-list >>> x-list >>> p')]).toHaveLength(3);
});

test('a closed root and a host without one hold nothing', () => {
  const closed = document.createElement('x-closed');
  closed.attachShadow({ mode: 'closed' }).innerHTML = '<p></p>';
  document.body.append(closed, document.createElement('x-none'));
  expect([...queryAll(document, 'x-closed >>> p'), ...queryAll(document, 'x-none >>> p')]).toEqual([]);
});
