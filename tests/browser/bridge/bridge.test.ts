import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerQuestions } from '@/utils/bridge/answer';
import { PageBridge } from '@/utils/bridge/page-bridge';
import type { SiteBridge, StatePost } from '@/utils/sites/define-site';

/** Both ends in one world: the border between worlds itself is crossed in tests/e2e/bridge.test.ts. */

const post = (id: string): StatePost => ({
  kind: 'video',
  id,
  fields: {
    text: '文',
    labels: { field: 'label', items: [{ kind: 'ai', text: '内容由AI生成', by: 'author', from: 'state' }] },
  },
});
const demo: SiteBridge = {
  ofPage: (page) => (page.__DEMO__ as StatePost[] | undefined) ?? [],
  ofElement: (element) => (element as Element & { post?: StatePost }).post,
};

let frame: Document;
beforeEach(() => {
  const element = document.createElement('iframe');
  document.body.append(element);
  frame = element.contentDocument!;
});
afterEach(() => document.body.replaceChildren());

function connect(order: 'ours first' | 'theirs first' = 'theirs first', site: SiteBridge = demo): PageBridge {
  const bridge = new PageBridge(frame, 'demo');
  const theirs = () => answerQuestions(frame, new Map([['demo', site]]));
  if (order === 'theirs first') theirs();
  bridge.connect();
  if (order === 'ours first') theirs();
  return bridge;
}
const inPage = (global: Record<string, unknown>) => Object.assign(frame.defaultView!, global);
function element(value: unknown, parent: ParentNode = frame.body): Element {
  const made = Object.assign(frame.createElement('article'), { post: value });
  parent.append(made);
  return made;
}

describe('the bridge', () => {
  test.each(['ours first', 'theirs first'] as const)('is found whichever end starts first: %s', (order) => {
    const bridge = connect(order);
    inPage({ __DEMO__: [post('1')] });
    expect(bridge.ofPage().get('1')).toEqual(post('1').fields);
  });

  test('gives what stands behind an element, also inside an open shadow root', () => {
    const bridge = connect();
    expect(bridge.ofElement(element(post('2')))).toEqual(post('2'));
    const host = frame.createElement('div');
    frame.body.append(host);
    expect(bridge.ofElement(element(post('3'), host.attachShadow({ mode: 'open' })))).toEqual(post('3'));
    expect(bridge.ofElement(element(undefined))).toBeUndefined();
  });

  test('without the other end there are no facts', () => {
    const bridge = new PageBridge(frame, 'demo');
    bridge.connect();
    expect(bridge.ofPage().size).toBe(0);
    expect(bridge.ofElement(element(post('2')))).toBeUndefined();
  });

  test('lets nothing through that does not fit, and keeps the rest', () => {
    const bridge = connect();
    const odd = [
      { ...post('a'), fields: { ...post('a').fields, extra: 1 } },
      { ...post('b'), fields: { text: 7 } },
      { ...post('c'), id: '' },
      { ...post('d'), kind: 'virus' },
      { ...post('e'), fields: { title: '长'.repeat(5_000) } },
      { ...post('f'), fields: { labels: [] } },
      { ...post('g'), fields: { labels: { field: '', items: [] } } },
      { ...post('h'), fields: { labels: { field: 'x'.repeat(401), items: [] } } },
      { ...post('i'), fields: { labels: { items: [] } } },
      null,
      post('good'),
    ];
    inPage({ __DEMO__: odd });
    expect([...bridge.ofPage().keys()]).toEqual(['good']);
  });

  test('is bounded in number and survives objects that throw', () => {
    const bridge = connect();
    inPage({ __DEMO__: Array.from({ length: 5_000 }, (_, i) => post(String(i))) });
    expect(bridge.ofPage().size).toBe(500);
    const trap = element(undefined);
    Object.defineProperty(trap, 'post', {
      get: () => {
        throw new Error('a getter of the page');
      },
    });
    expect(bridge.ofElement(trap)).toBeUndefined();
    const cycle: Record<string, unknown> = { ...post('z') };
    cycle.self = cycle;
    expect(() => bridge.ofElement(element(cycle))).not.toThrow();
  });

  test('reads the state objects of a page at most every two seconds', () => {
    const ofPage = vi.fn(() => [post('1')]);
    const bridge = connect('theirs first', { ofPage });
    for (let i = 0; i < 10; i++) bridge.ofPage();
    expect(ofPage).toHaveBeenCalledTimes(1);
  });

  test('cannot be found by a page that starts after it', () => {
    connect();
    const heard: string[] = [];
    frame.addEventListener('qj-bridge-offer', (event) => heard.push(event.type));
    frame.dispatchEvent(new CustomEvent('qj-bridge-request'));
    expect(heard).toEqual([]);
  });
});
