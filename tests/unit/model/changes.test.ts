import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { VisitSchema } from '@/utils/messaging/schema';
import { changesSince, hasChanged, isAsBefore, visitOf } from '@/utils/model/changes';
import {
  LABEL_KINDS,
  type LabelItem,
  type LabelReading,
  labelReading,
  NO_LABELS,
  type Post,
  UNKNOWN_LABELS,
} from '@/utils/model/post';
import type { Change, Visit } from '@/utils/model/report';
import { makePost } from '../../support/builders';
import { stopwatch } from '../../support/stopwatch';

const item = (parts: Partial<LabelItem> = {}): LabelItem => ({
  kind: 'ai',
  text: '内容由AI生成',
  by: 'platform',
  from: 'element',
  ...parts,
});
const seen = (...items: [LabelItem, ...LabelItem[]]): LabelReading => ({ state: 'seen', items });
const reading = (text: string, labels: LabelReading = NO_LABELS, title = '标题') =>
  makePost({ title, text, labels });
/** A report of a post, and what the visit before this one found. */
const reported = (post: Post, ...lastChanges: Change[]) => ({ ...post, reportId: 'r', lastChanges });
const texts = (then: string, now: string) => changesSince(reported(reading(then)), reading(now));
const labels = (then: LabelReading, now: LabelReading) =>
  changesSince(reported(reading('正文', then)), reading('正文', now));

describe('an edited text', () => {
  test.each([
    ['other words', '他说没有剧本', '他说有剧本'],
    ['words added at the end', '他说没有剧本。', '他说没有剧本。更正：这是演绎。'],
    ['words taken away', '他说没有剧本。关注看后续。', '他说没有剧本。'],
    ['another text after one that was cut', '他说没有…', '她说没有剧本'],
    ['a cut text that goes on in other words', '他说没有剧本…', '他说没有问题'],
  ])('is claimed for %s', (_, then, now) => {
    expect(texts(then, now)).toEqual(['edited']);
  });

  test.each([
    ['other white space', '甲  乙\n丙', ' 甲 乙 丙\u200b '],
    ['the same letters in another form', 'cafe\u0301', 'caf\u00e9'],
    ['a text that was cut when it was reported', '他说没有剧本…', '他说没有剧本。关注看后续。'],
    ['a text that is cut now', '他说没有剧本。关注看后续。', '他说没有剧本...展开'],
    ['a text that was cut elsewhere then', '他说没有剧…全文', '他说没有… 展开全文'],
    ['a button under the text', '他说没有剧本。 展开', '他说没有剧本。'],
    ['an English cut', 'He says there is no… See more', 'He says there is no script.'],
    ['a text that was not read then', '', '他说没有剧本'],
    ['a text that was not read now', '他说没有剧本', ''],
    ['nothing but a button', '展开', '他说没有剧本'],
  ])('is not claimed for %s', (_, then, now) => {
    expect(texts(then, now)).toEqual(['same']);
  });

  test('may be the title', () => {
    expect(
      changesSince(reported(reading('正文', NO_LABELS, '甲')), reading('正文', NO_LABELS, '乙')),
    ).toEqual(['edited']);
    expect(changesSince(reported(reading('正文', NO_LABELS, '甲')), reading('正文', NO_LABELS, ''))).toEqual([
      'same',
    ]);
  });

  test('is told quickly, whatever a page has put there', () => {
    const spent = stopwatch();
    for (const piece of ['… ', ' more', '展开', '。。', ' '])
      texts(`${'字'}${piece.repeat(40_000)}x`, `${'字'}${piece.repeat(40_000)}`);
    expect(spent()).toBeLessThan(2_000);
  });
});

describe('a label that came or went', () => {
  test.each([
    ['on a place that was empty', NO_LABELS, seen(item()), ['labelled']],
    ['beside another one', seen(item({ kind: 'ad', text: '广告' })), seen(item()), ['labelled']],
    ['of the same kind by another', seen(item({ by: 'author' })), seen(item()), ['labelled']],
    ['in quite other words', seen(item({ text: '疑似' })), seen(item({ text: '作者声明' })), ['labelled']],
    ['and left an empty place', seen(item()), NO_LABELS, ['unlabelled']],
  ])('%s is claimed', (_, then, now, changes) => {
    expect(labels(then, now)).toEqual(changes);
  });

  test.each([
    ['where it could not be read then', UNKNOWN_LABELS, seen(item())],
    ['where it cannot be read now', seen(item()), UNKNOWN_LABELS],
    ['in a longer form', seen(item({ text: 'AI生成' })), seen(item({ text: '内容由AI生成' }))],
    ['by words from another source', seen(item({ from: 'state', text: 'aigc' })), seen(item())],
    ['from among several', seen(item(), item({ kind: 'ad', text: '广告' })), seen(item())],
    ['where none was and none is', NO_LABELS, NO_LABELS],
  ])('%s is not claimed', (_, then, now) => {
    expect(labels(then, now)).toEqual(['same']);
  });
});

const anyItem = fc.record({
  kind: fc.constantFrom(...LABEL_KINDS),
  text: fc.constantFrom('广告', '内容由AI生成', 'AI生成', '虚构演绎'),
  by: fc.constantFrom('author' as const, 'platform' as const, 'community' as const),
  from: fc.constantFrom('state' as const, 'element' as const, 'text' as const),
});
const anyLabels = fc
  .tuple(fc.array(anyItem, { maxLength: 3 }), fc.boolean())
  .map(([items, read]) => labelReading(items, read));
const anyText = fc.oneof(fc.string(), fc.constantFrom('他说没有剧本', '他说…', '展开', '甲 乙'));
const anyChanges = fc.constantFrom<Change[]>(
  [],
  ['same'],
  ['gone'],
  ['edited'],
  ['edited', 'labelled'],
  ['unlabelled'],
);
const anyPost = fc
  .record({ title: anyText, text: anyText, labels: anyLabels })
  .map((parts) => makePost(parts));

describe('a visit', () => {
  const report = reported(reading('正文'));

  test('holds the words that were edited, and what the label place says now', () => {
    expect(visitOf(report, reading('改过的正文', seen(item())))).toEqual({
      reportId: 'r',
      changes: ['edited', 'labelled'],
      labels: seen(item()),
      text: '改过的正文',
    });
    expect(visitOf(report, reading('正文', UNKNOWN_LABELS, '改过的标题'))).toEqual({
      reportId: 'r',
      changes: ['edited'],
      labels: UNKNOWN_LABELS,
      title: '改过的标题',
    });
  });

  test('to a post that is as it was holds no words', () => {
    expect(visitOf(report, reading(' 正文 '))).toEqual({
      reportId: 'r',
      changes: ['same'],
      labels: NO_LABELS,
    });
  });
});

describe('what the visit before found', () => {
  const seenOnce = reported(reading('正文在此，还有下文', seen(item())), 'edited', 'unlabelled');

  test.each([
    ['a cut text and unread labels', reading('正文在此…', UNKNOWN_LABELS), ['edited', 'unlabelled']],
    ['no text and unread labels', reading('', UNKNOWN_LABELS), ['edited', 'unlabelled']],
    ['the text and unread labels', reading('正文在此，还有下文', UNKNOWN_LABELS), ['unlabelled']],
    ['a cut text and labels', reading('正文在此…', seen(item())), ['edited']],
    ['the text and labels', reading('正文在此，还有下文', seen(item())), ['same']],
  ])('stands where this one shows less: %s', (_, now, changes) => {
    expect(changesSince(seenOnce, now)).toEqual(changes);
  });

  test('stands too when a label came that cannot be read now', () => {
    const report = reported(reading('正文'), 'labelled');
    expect(changesSince(report, reading('正文', UNKNOWN_LABELS))).toEqual(['labelled']);
    expect(changesSince(report, reading('正文'))).toEqual(['same']);
  });

  test('does not stand when it was that the post was gone', () => {
    expect(changesSince(reported(reading('正文'), 'gone'), reading('正文'))).toEqual(['same']);
  });
});

describe('a visit after another', () => {
  const visit = (parts: Partial<Visit>): Omit<Visit, 'seq' | 'at'> => ({
    reportId: 'r',
    changes: ['edited'],
    labels: NO_LABELS,
    text: '改过的正文',
    ...parts,
  });
  const { text: _, ...untold } = visit({});

  test.each([
    ['the same', visit({})],
    ['the words with other spaces, or cut', visit({ text: ' 改过的…' })],
    ['no words', untold],
    ['labels unread', visit({ labels: UNKNOWN_LABELS })],
  ])('says no more with %s', (_name, now) => {
    expect(isAsBefore(visit({}), now)).toBe(true);
  });

  test.each([
    ['other words', visit({ text: '又改过的正文' })],
    ['a title', visit({ title: '改过的标题' })],
    ['a label', visit({ labels: seen(item()) })],
    ['more changes', visit({ changes: ['edited', 'labelled'] })],
    ['other changes', visit({ changes: ['labelled'] })],
  ])('says more with %s', (_name, now) => {
    expect(isAsBefore(visit({}), now)).toBe(false);
  });

  test('says more with labels that came or went', () => {
    const labelled = visit({ labels: seen(item()) });
    expect(isAsBefore(labelled, visit({}))).toBe(false);
    const two = visit({ labels: seen(item(), item({ kind: 'ad', text: '广告' })) });
    expect([isAsBefore(labelled, two), isAsBefore(two, labelled)]).toEqual([false, false]);
  });

  test('to a post that is gone is like another such, and like no other', () => {
    const gone = { reportId: 'r', changes: ['gone' as const] };
    expect(isAsBefore(gone, gone)).toBe(true);
    expect(isAsBefore(visit({ changes: ['same'] }), gone)).toBe(false);
  });
});

describe('of any two readings', () => {
  test('the visit is one that the background takes', () => {
    fc.assert(
      fc.property(anyPost, anyPost, anyChanges, (then, now, last) => {
        const visit = visitOf(reported(then, ...last), now);
        expect(v.safeParse(VisitSchema, visit).issues).toBeUndefined();
      }),
    );
  });

  test('the changes are a visit that can be stored: never none, "same" alone, each once, and not both ways', () => {
    fc.assert(
      fc.property(anyPost, anyPost, anyChanges, (then, now, last) => {
        const changes = changesSince(reported(then, ...last), now);
        expect(changes.length).toBeGreaterThan(0);
        expect(new Set(changes).size).toBe(changes.length);
        expect(changes.includes('same')).toBe(!hasChanged(changes));
        if (changes.includes('same')) expect(changes).toEqual(['same']);
        const both = changes.includes('labelled') && changes.includes('unlabelled');
        expect(both).toBe(false);
        expect(changes).not.toContain('gone');
      }),
    );
  });

  test('a post differs not from itself, nor does its text from any beginning of it that is cut', () => {
    fc.assert(
      fc.property(anyPost, fc.nat(), (post, n) => {
        expect(changesSince(reported(post), post)).toEqual(['same']);
        const folded = {
          ...post,
          text: post.text
            .normalize('NFC')
            .replace(/[\s\u200b\ufeff]+/g, ' ')
            .trim(),
        };
        const cut = { ...post, text: `${folded.text.slice(0, n % (folded.text.length + 1))}…` };
        expect(changesSince(reported(cut), folded)).toEqual(['same']);
        expect(changesSince(reported(folded), cut)).toEqual(['same']);
      }),
    );
  });

  test('labels that were not read at either time neither come nor go', () => {
    fc.assert(
      fc.property(anyPost, anyPost, fc.boolean(), (then, now, before) => {
        const [one, other] = before
          ? [{ ...then, labels: UNKNOWN_LABELS }, now]
          : [then, { ...now, labels: UNKNOWN_LABELS }];
        expect(changesSince(reported(one), other).filter((change) => change.endsWith('labelled'))).toEqual(
          [],
        );
      }),
    );
  });
});
