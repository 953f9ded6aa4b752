import { afterEach, describe, expect, test, vi } from 'vitest';
import { markedPostOf } from '@/entrypoints/scanner.content/marks';
import type { Finding } from '@/utils/model/finding';
import type { RuleSet } from '@/utils/rules/match';
import type { ScannedFound } from '@/utils/scan/page-index';
import * as readableText from '@/utils/sites/readable-text';
import { makeFinding, makePost } from '../../support/builders';

vi.mock('@/utils/sites/readable-text', { spy: true });

afterEach(() => {
  document.body.replaceChildren();
  vi.clearAllMocks();
});

const STAGED = '2025-3/fake-staged';
const BAIT = '2025-3/bait';
const rules = {
  categories: new Map(
    [
      [STAGED, 'Staged'],
      [BAIT, 'Bait'],
    ].map(([id, en]) => [id, { id, name: { zh_CN: en, en } }]),
  ),
} as unknown as RuleSet;

const TITLE = '真实记录：偶遇老人';
const TEXT = '路上偶遇拾荒老人，关注看后续';

function found(findings: Finding[], root: Element = document.createElement('article')): ScannedFound {
  const title = Object.assign(document.createElement('h1'), { textContent: TITLE });
  const text = document.createElement('p');
  text.append(
    '路上偶',
    Object.assign(document.createElement('b'), { textContent: '遇拾荒老人' }),
    '，关注看后续',
  );
  root.append(title, text);
  document.body.append(root);
  const post = makePost({ title: TITLE, text: TEXT });
  return { key: post.key, post, root, fields: { title, text }, findings };
}

const span = (field: 'title' | 'text', words: string) => {
  const start = (field === 'title' ? TITLE : TEXT).indexOf(words);
  return { field, start, end: start + words.length, text: words };
};

function covered(ranges: readonly StaticRange[] | undefined): string[] {
  return (ranges ?? []).map(({ startContainer, startOffset, endOffset }) =>
    (startContainer as Text).data.slice(startOffset, endOffset),
  );
}

const UNREPORTED = { is: 'unreported' } as const;

describe('markedPostOf', () => {
  test('gives the words of both fields, in the nodes that hold them', () => {
    const one = found([makeFinding({ spans: [span('title', '偶遇'), span('text', '偶遇拾荒')] })]);
    const marked = markedPostOf(one, rules, UNREPORTED);
    expect(marked).toMatchObject({ key: one.post.key, root: one.root, confidence: 'likely' });
    expect(covered(marked?.ranges())).toEqual(['偶遇', '偶', '遇拾荒']);
  });

  test('reads no page before words are asked for', () => {
    const marked = markedPostOf(found([makeFinding({ spans: [span('text', '偶遇')] })]), rules, UNREPORTED);
    expect(readableText.readReadableText).not.toHaveBeenCalled();
    marked?.ranges();
    expect(readableText.readReadableText).toHaveBeenCalledTimes(1);
  });

  test('paints no words of clues, which only lists show', () => {
    const spans = [span('text', '看后续')];
    expect(
      markedPostOf(found([makeFinding({ confidence: 'clue', spans })]), rules, UNREPORTED),
    ).toBeUndefined();
    const both = [makeFinding({ spans: [span('text', '偶遇')] }), makeFinding({ confidence: 'clue', spans })];
    expect(covered(markedPostOf(found(both), rules, UNREPORTED)?.ranges())).toEqual(['偶', '遇']);
  });

  test('paints nothing where the page has gone on to other words', () => {
    const one = found([makeFinding({ spans: [span('title', '偶遇'), span('text', '关注')] })]);
    one.fields.text!.textContent = '另一条帖子的文字，与前一条无关';
    expect(covered(markedPostOf(one, rules, UNREPORTED)?.ranges())).toEqual(['偶遇']);
  });

  test('is as confident as the strongest finding', () => {
    const one = found([makeFinding({ confidence: 'strong', category: BAIT }), makeFinding()]);
    const marked = markedPostOf(one, rules, UNREPORTED);
    expect(marked?.confidence).toBe('strong');
    expect(marked?.badge).toMatchObject({ confidence: 'strong', text: 'Bait', more: 1 });
  });

  test('counts categories, not findings, and no clues', () => {
    const one = found([
      makeFinding(),
      makeFinding({ rule: `${STAGED}/other` }),
      makeFinding({ confidence: 'clue', category: BAIT }),
    ]);
    expect(markedPostOf(one, rules, UNREPORTED)?.badge).toMatchObject({ text: 'Staged', more: 0 });
  });

  test.each([
    ['unreported', 'Qingjian: Staged, show why', false, false],
    ['reported', 'Qingjian: Staged, Reported, show why', true, false],
    ['changed', 'Qingjian: Staged, Reported, show why', true, true],
  ] as const)('says of a post that is %s: %s', (is, label, reported, changed) => {
    const filed = is === 'unreported' ? UNREPORTED : { is, report: { categories: [BAIT] } };
    const marked = markedPostOf(found([makeFinding()]), rules, filed);
    expect(marked?.badge).toMatchObject({ label, reported, changed });
  });

  test('marks posts that are drawings, and none of an unknown category', () => {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    expect(markedPostOf(found([makeFinding()], drawing), rules, UNREPORTED)?.root).toBe(drawing);
    expect(markedPostOf(found([makeFinding({ category: 'no/such' })]), rules, UNREPORTED)).toBeUndefined();
  });

  test('marks a post without findings only when it was reported, under what it was reported for', () => {
    expect(markedPostOf(found([]), rules, UNREPORTED)).toBeUndefined();
    const reported = (categories: string[]) =>
      markedPostOf(found([]), rules, { is: 'reported', report: { categories } })?.badge;
    expect(reported([BAIT])).toMatchObject({ text: 'Bait', more: 0, reported: true });
    expect(reported([])).toMatchObject({ text: 'Reported', reported: true });
  });

  test('counts as another reading only when the post was read anew', () => {
    const one = found([makeFinding()]);
    const readings = [one, one, { ...one }].map((each) => markedPostOf(each, rules, UNREPORTED)?.reading);
    expect(readings[0]).toBe(readings[1]);
    expect(readings[0]).not.toBe(readings[2]);
  });
});
