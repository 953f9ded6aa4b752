import { describe, expect, test } from 'vitest';
import type { ReportedPost } from '@/utils/model/report';
import { reportedBy } from '@/utils/model/reported';
import { makeDraft, makePost } from '../../support/builders';

const filed = { reportId: 'report-1' };
const before: ReportedPost = {
  key: makePost().key,
  reportId: 'report-1',
  status: 'confirmed',
  categories: ['2025-4/ai-label-missing'],
  createdAt: 5,
  title: '先前',
  text: '先前的正文',
  labels: { state: 'unknown', items: [] },
  lastChanges: ['edited'],
  withheld: ['counts'],
};

describe('what a page knows of a report that it has just filed', () => {
  test('is what the draft holds', () => {
    const { key, title, text, labels } = makePost();
    expect(reportedBy(makeDraft(), filed, undefined, 7)).toEqual({
      key,
      reportId: 'report-1',
      status: 'new',
      categories: ['2025-3/fake-staged'],
      createdAt: 7,
      title,
      text,
      labels,
      lastChanges: [],
    });
  });

  test('of a post that was reported before keeps what the report was, and takes the new reading', () => {
    const again = reportedBy(makeDraft({ withheld: ['author', 'counts'] }), filed, before, 7);
    expect(again).toMatchObject({
      status: 'confirmed',
      categories: ['2025-4/ai-label-missing', '2025-3/fake-staged'],
      createdAt: 5,
      text: makePost().text,
      lastChanges: [],
      withheld: ['counts', 'author'],
    });
  });
});
