import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskInPlace } from '@/utils/export/mask';
import { maskedSpan, maskWhole } from '@/utils/export/mask-report';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeFinding, makePost, makeReport } from '../../support/builders';
import { goldenWholes, makeWhole } from '../../support/export';
import { anyReport } from './any-report';

const NUMBER = '13812345678';
const STARS = '***********';

describe('masking a whole report', () => {
  test('replaces private numbers in every text, and nothing in ids and addresses', () => {
    const labels = {
      state: 'seen',
      items: [{ kind: 'note', text: NUMBER, by: 'author', from: 'text' }],
    } as const;
    const post = makePost({
      id: NUMBER,
      url: `https://example.com/${NUMBER}`,
      author: { id: NUMBER, name: NUMBER, url: `https://example.com/u/${NUMBER}` },
      title: `电话${NUMBER}`,
      text: NUMBER,
      hashtags: [NUMBER],
      labels: { state: 'seen', items: [{ ...labels.items[0] }] },
      labelPlaces: [{ from: 'element', where: `#p${NUMBER}`, text: NUMBER }],
    });
    const findings = [
      makeFinding({
        spans: [{ field: 'title', start: 2, end: 13, text: NUMBER, reads: NUMBER }],
        counter: [
          { type: 'wording', id: 'a', text: NUMBER },
          { type: 'label', label: { ...labels.items[0] } },
        ],
      }),
    ];
    const said = { strength: 'B1', kind: 'ai', place: 'xmp' } as const;
    const mediaChecks = [
      makeMediaCheck({
        evidence: [{ ...said, mechanism: 'gb45438', producer: NUMBER, signer: NUMBER }],
        capturedBy: NUMBER,
      }),
    ];
    const report = makeReport({ post, findings, note: NUMBER, tags: [NUMBER], mediaChecks });
    const { accounts: _, adopted: __, ...theirs } = report;
    const whole = maskWhole(
      makeWhole(
        { ...report, accounts: [{ reviewer: { id: 'b', name: '' }, report: theirs, steps: [] }] },
        {
          history: [
            {
              seq: 1,
              reportId: report.id,
              at: 1,
              action: 'note',
              before: { note: NUMBER, findings, tags: undefined, mediaChecks },
            },
          ],
          visits: [
            {
              seq: 1,
              reportId: report.id,
              at: 1,
              changes: ['edited'],
              title: NUMBER,
              text: NUMBER,
              labels: post.labels,
            },
          ],
        },
      ),
    );
    const kept = JSON.stringify(whole, (name, value) =>
      ['key', 'postKey', 'id', 'url', 'where'].includes(name) ? undefined : value,
    );
    expect(kept).not.toContain(NUMBER);
    expect(whole.report.post).toMatchObject({
      id: NUMBER,
      key: post.key,
      url: post.url,
      title: `电话${STARS}`,
    });
    expect(whole.report.post.author).toMatchObject({ id: NUMBER, name: STARS });
    expect(whole.report.findings[0]?.spans).toEqual([
      { field: 'title', start: 2, end: 13, text: STARS, reads: STARS },
    ]);
    expect(whole.report.mediaChecks).toMatchObject([{ capturedBy: STARS, evidence: [{ producer: STARS }] }]);
    expect(whole.report.accounts?.[0]).toMatchObject({ masked: true, report: { note: STARS } });
    expect(whole.history[0]?.before).toHaveProperty('tags', undefined);
  });

  test('keeps every place: a span still holds what stands at its place', () => {
    fc.assert(
      fc.property(anyReport, fc.nat(20), fc.nat(20), (report, one, other) => {
        const text = `${report.post.text}${NUMBER}`;
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const span = { field: 'text' as const, start, end, text: text.slice(start, end) };
        const post = { ...report.post, text };
        const masked = maskWhole(makeWhole({ ...report, post, findings: [makeFinding({ spans: [span] })] }));
        const kept = masked.report.findings[0]!.spans[0]!;
        expect(masked.report.post.text.slice(start, end)).toBe(kept.text);
        expect(maskInPlace(masked.report.post.text)).toBe(masked.report.post.text);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves a report without numbers as it is, and twice is once', () => {
    expect(maskWhole(goldenWholes[0]!)).toEqual(goldenWholes[0]);
    for (const whole of goldenWholes) expect(maskWhole(maskWhole(whole))).toEqual(maskWhole(whole));
  });
});

describe('the words of a span', () => {
  const post = makePost({ text: `加${NUMBER}` });

  test('show nothing of a number of which they are only a part', () => {
    expect(maskedSpan(post, { field: 'text', start: 0, end: 5, text: '加1381' })).toBe('加****');
  });

  test('are masked by themselves where they are not at their place', () => {
    expect(maskedSpan(post, { field: 'title', start: 0, end: 0, text: `加${NUMBER}` })).toBe('加***');
    expect(maskedSpan(post, { field: 'title', start: 0, end: 0, text: '第1' })).toBe('第1');
  });
});
