// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Decisions } from '@/entrypoints/scanner.content/decisions';
import { MarkedPosts } from '@/entrypoints/scanner.content/marked-posts';
import type { Finding } from '@/utils/model/finding';
import { postKey } from '@/utils/model/post';
import type { RuleSet } from '@/utils/rules/match';
import type { LiveScan } from '@/utils/scan/live-scan';
import type { ScannedFound } from '@/utils/scan/page-index';
import { makeFinding, makePost } from '../../support/builders';
import { makeReported } from '../../support/card-data';

const STAGED = '2025-3/fake-staged';
const rules = {
  categories: new Map([[STAGED, { id: STAGED, name: { zh_CN: '摆拍', en: 'Staged' } }]]),
} as unknown as RuleSet;
const likely = makeFinding();
const clue = makeFinding({ confidence: 'clue' });

/** Every post that the page shows, in the order in which they were found. */
let shown: ScannedFound[];
let decisions: Decisions;
let marked: MarkedPosts;

beforeEach(() => {
  shown = [];
  decisions = new Decisions(() => undefined);
  const live = {
    get scan() {
      return { found: shown.filter(({ findings }) => findings.length > 0) };
    },
    peek: (key: string) => shown.find((each) => each.key === key),
  } as unknown as LiveScan;
  marked = new MarkedPosts(live, rules, decisions);
});
afterEach(() => document.body.replaceChildren());

const keyOf = (id: string) => postKey('xiaohongshu', 'note', id);
function show(id: string, findings: Finding[], parts: Parameters<typeof makePost>[0] = {}): ScannedFound {
  const root = document.body.appendChild(document.createElement('article'));
  const post = makePost({ id, ...parts });
  const found = { key: post.key, root, fields: {}, post, findings };
  shown.push(found);
  return found;
}
const ids = () => marked.posts().map(({ key }) => key.split(':')[2]);
const report = (id: string, parts: Parameters<typeof makeReported>[0] = {}) =>
  decisions.setReported(keyOf(id), makeReported({ key: keyOf(id), ...parts }));

describe('marked posts', () => {
  test('are those that rules found, not those with clues alone', () => {
    show('a', [likely]);
    show('b', [clue]);
    show('c', []);
    show('d', [clue, likely]);
    expect(ids()).toEqual(['a', 'd']);
    expect(marked.open).toBe(2);
  });

  test('are not those that were dismissed, until that is taken back', () => {
    show('a', [likely]);
    decisions.setDismissed(keyOf('a'), true);
    expect([ids(), marked.open]).toEqual([[], 0]);
    decisions.setDismissed(keyOf('a'), false);
    expect([ids(), marked.open]).toEqual([['a'], 1]);
  });

  test('are those that were reported, also when no rule holds or only clues do', () => {
    show('a', []);
    show('b', [clue]);
    for (const id of ['a', 'b']) report(id);
    expect(marked.posts().map(({ badge }) => [badge.text, badge.reported])).toEqual([
      ['Staged', true],
      ['Staged', true],
    ]);
    // The button counts what is still open.
    expect(marked.open).toBe(0);
  });

  test('are each there once, reported or not', () => {
    show('a', [likely]);
    report('a');
    expect([ids(), marked.open]).toEqual([['a'], 1]);
    decisions.setDismissed(keyOf('a'), true);
    expect([ids(), marked.open]).toEqual([['a'], 0]);
  });

  test('are none that the page does not show', () => {
    report('elsewhere');
    expect(ids()).toEqual([]);
  });

  test.each([
    ['as it was reported', {}, false],
    ['with another title', { title: '换了标题' }, true],
    [
      'with a label that has come',
      {
        labels: {
          state: 'seen' as const,
          items: [
            { kind: 'fiction' as const, text: '虚构演绎', by: 'author' as const, from: 'element' as const },
          ] as [never],
        },
      },
      true,
    ],
    ['cut by a feed', { text: '路上偶遇拾荒老人，我塞给他…' }, false],
  ])('say of a reported post that is shown %s whether it has changed: %#', (_, parts, changed) => {
    show('a', [likely], parts);
    report('a');
    expect(marked.posts()[0]?.badge).toMatchObject({ reported: true, changed });
  });

  test('stand in the order of the document for whoever walks from one to the next', () => {
    const [first, second, third] = [show('a', [likely]), show('b', []), show('c', [likely])];
    report('b');
    shown = [third, second, first];
    expect(marked.found()).toEqual([first, second, third]);
  });
});
