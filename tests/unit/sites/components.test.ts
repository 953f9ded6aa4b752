// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { reactProps, vueData } from '@/utils/sites/components';

const element = (own: Record<string, unknown> = {}, parent?: Element) => {
  const made = Object.assign(document.createElement('div'), own);
  parent?.append(made);
  return made;
};

describe('reactProps', () => {
  test('goes from the nearest component outwards', () => {
    const outer = { memoizedProps: { name: 'outer' }, return: null };
    const fiber = { memoizedProps: { name: 'inner' }, return: { memoizedProps: null, return: outer } };
    expect([...reactProps(element({ __reactFiber$x1: fiber }))]).toEqual([
      { name: 'inner' },
      { name: 'outer' },
    ]);
  });

  test('takes the own props where there is no fiber, and nothing where there is neither', () => {
    expect([...reactProps(element({ __reactProps$x1: { id: 1 } }))]).toEqual([{ id: 1 }]);
    expect([...reactProps(element())]).toEqual([]);
  });

  test('ends on a cycle', () => {
    const fiber: Record<string, unknown> = { memoizedProps: {} };
    fiber.return = fiber;
    expect([...reactProps(element({ __reactFiber$x1: fiber }))].length).toBeLessThan(100);
  });
});

describe('vueData', () => {
  test('reads Vue 2 from the nearest element that has an instance', () => {
    const parent = element({
      __vue__: { _props: { item: 1 }, _data: { open: true }, $parent: { _props: { list: [] } } },
    });
    expect([...vueData(element({}, parent))]).toEqual([{ item: 1 }, { open: true }, { list: [] }]);
  });

  test('reads Vue 3', () => {
    const own = element({
      __vueParentComponent: { props: { item: 1 }, data: {}, setupState: { n: 2 }, parent: null },
    });
    expect([...vueData(own)]).toEqual([{ item: 1 }, {}, { n: 2 }]);
  });

  test('finds the component in the tree of a production build of Vue 3', () => {
    const container = element();
    const item = element({}, container);
    const inside = element({}, item);
    const list = { props: { list: [1] }, data: {}, setupState: {}, parent: null };
    const card = { props: { item: 7 }, data: {}, setupState: {}, parent: list };
    const cardTree = { el: item, children: [{ el: inside, children: '文' }] };
    Object.assign(card, { subTree: cardTree });
    Object.assign(list, {
      subTree: { el: container, children: [{ el: item, component: card, children: null }] },
    });
    Object.assign(container, { _vnode: { el: container, component: list } });
    for (const at of [item, inside]) expect([...vueData(at)]).toContainEqual({ item: 7 });
    expect([...vueData(inside)]).toContainEqual({ list: [1] });
    expect([...vueData(container)]).toEqual([{ list: [1] }, {}, {}]);
    Object.assign(card.props, { item: 8 });
    expect([...vueData(inside)]).toContainEqual({ item: 8 });
  });

  test('a tree without end is left', () => {
    const node: Record<string, unknown> = { children: [] };
    (node.children as unknown[]).push(node);
    expect([...vueData(element({ _vnode: node }))]).toEqual([]);
  });

  test('gives nothing where there is no component, and ends on a cycle', () => {
    expect([...vueData(element())]).toEqual([]);
    const instance: Record<string, unknown> = { _props: {} };
    instance.$parent = instance;
    expect([...vueData(element({ __vue__: instance }))].length).toBeLessThan(200);
  });
});
