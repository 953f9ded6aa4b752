import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStored } from '@/utils/storage/stored-report';
import type { StoredReport } from '@/utils/storage/tables';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeFinding, makePost, makeReport } from '../../support/builders';
import { asStored, manyReports } from '../../support/many-reports';

const whole = asStored(
  makeReport({
    findings: [
      makeFinding({
        counter: [
          { type: 'wording', id: 'drama', text: '剧情演绎' },
          { type: 'label', label: { kind: 'ai', text: '含AI', by: 'author', from: 'element' } },
        ],
      }),
    ],
    post: makePost({
      media: [{ type: 'image', url: 'https://pictures.example.com/1.jpg' }],
      labelPlaces: [{ from: 'element', where: '.label', text: '' }],
    }),
    answers: [{ category: 'c/d', question: { zh_CN: '是吗', en: 'Is it' }, answer: 'yes' }],
    withheld: ['counts'],
    mediaChecks: [makeMediaCheck({ capturedBy: '相机', trouble: 'budget' })],
    tags: ['重点'],
    assignee: '阿青',
    decidedAt: 5,
    readAt: 4,
    adapter: '1',
  }),
  3,
);

/** The row with the value at a path replaced. */
function damaged(path: string, value: unknown): unknown {
  const row = structuredClone(whole) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop()!;
  const holder = names.reduce((at, name) => at[name] as Record<string, unknown>, row);
  holder[last] = value;
  return row;
}

function problemOf(row: unknown): string | undefined {
  const read = readStored(row);
  return 'corrupt' in read ? read.corrupt.problem : undefined;
}

describe('a stored row', () => {
  test('is handed on as it is when it has the shape of a report', () => {
    const read = readStored(whole);
    expect(read).toEqual({ report: whole });
    expect('report' in read && read.report).toBe(whole);
    for (const report of manyReports({ count: 200, length: 100 }))
      expect(problemOf(asStored(report, 1))).toBeUndefined();
  });

  test('of an older version lacks what was not written then, and of a later one has more', () => {
    const old: Partial<StoredReport> = structuredClone(whole);
    const later = ['readAt', 'adapter', 'answers', 'withheld', 'mediaChecks', 'tags', 'assignee'] as const;
    for (const name of [...later, 'decidedAt'] as const) delete old[name];
    delete old.post!.media;
    delete old.post!.labelPlaces;
    expect(problemOf(old)).toBeUndefined();
    expect(problemOf({ ...whole, mood: 1, post: { ...whole.post, mood: 2 } })).toBeUndefined();
  });

  test.each([
    ['postKey', 5, 'postKey: expected text'],
    ['post', null, 'post: expected an object'],
    ['post.text', undefined, 'post.text: expected text'],
    ['post.url', 'javascript:alert(1)', 'post.url: expected a web address'],
    ['post.author.url', 'data:text/html,x', 'post.author.url: expected a web address'],
    ['post.publishedAt', 'yesterday', 'post.publishedAt: expected a time in ISO 8601'],
    ['post.hashtags', ['a', 3], 'post.hashtags[1]: expected text'],
    ['post.counts.like', 'many', 'post.counts.like: expected a number'],
    ['post.labels', { state: 'maybe', items: [] }, 'post.labels.state: expected one of seen, none, unknown'],
    ['post.labels', { state: 'seen', items: [] }, 'post.labels.items: expected something in it'],
    ['post.labels', { state: 'none', items: [1] }, 'post.labels.items: expected nothing in it'],
    [
      'post.labels',
      { state: 'toString', items: [] },
      'post.labels.state: expected one of seen, none, unknown',
    ],
    ['post.labelPlaces', [{}], 'post.labelPlaces[0].from: expected one of element, state'],
    ['post.media', [{ type: 'image', url: 'x' }], 'post.media[0].url: expected a web address'],
    ['mediaChecks', {}, 'mediaChecks: expected a list'],
    ['mediaChecks.0.media.url', 'javascript:alert(1)', 'mediaChecks[0].media.url: expected a web address'],
    [
      'mediaChecks.0.verdict',
      'fake',
      'mediaChecks[0].verdict: expected one of ai, ai-edited, none, unreadable',
    ],
    ['mediaChecks.0.evidence.0.producer', 7, 'mediaChecks[0].evidence[0].producer: expected text'],
    ['mediaChecks.0.bytesRead', -1, 'mediaChecks[0].bytesRead: expected a whole number'],
    ['mediaChecks.0.at', 1e300, 'mediaChecks[0].at: expected a time'],
    ['findings', {}, 'findings: expected a list'],
    ['findings.0.confidence', 'sure', 'findings[0].confidence: expected one of clue, likely, strong'],
    ['findings.0.spans.0.start', -1, 'findings[0].spans[0].start: expected a whole number'],
    ['findings.0.counter.1.label', 'ai', 'findings[0].counter[1].label: expected an object'],
    ['categories', ['a', null], 'categories[1]: expected text'],
    ['status', 'done', 'status: expected one of new, confirmed, dismissed, submitted'],
    ['createdAt', Number.NaN, 'createdAt: expected a time'],
    ['updatedAt', 8.64e15 + 1, 'updatedAt: expected a time'],
    ['decidedAt', '2026', 'decidedAt: expected a time'],
    ['answers', [{ category: 'c', question: '?' }], 'answers[0].question: expected an object'],
    ['tags', 'a', 'tags: expected a list'],
    ['assignee', null, 'assignee: expected text'],
    ['rev', 1.5, 'rev: expected a whole number'],
    ['seal', undefined, 'seal: expected text'],
  ])('with %s damaged is told by it', (path, value, problem) => {
    expect(problemOf(damaged(path, value))).toBe(problem);
  });

  test.each([
    [undefined, 'undefined'],
    [null, 'undefined'],
    ['text', 'undefined'],
    [{ id: 'r-1' }, 'r-1'],
    [{ id: 7 }, '7'],
    [{ id: ['a', 1] }, 'a,1'],
  ])('that is no object, or has a foreign key, is named by its key as text: %j', (row, id) => {
    expect(readStored(row)).toEqual({ corrupt: { id, problem: expect.stringMatching(/^[a-z]/) } });
  });

  test('of any make is read without an exception', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(whole)), (value, name) => {
        expect(readStored(value)).toHaveProperty('corrupt');
        expect(() => readStored({ ...whole, [name]: value })).not.toThrow();
      }),
    );
  });
});
