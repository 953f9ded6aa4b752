import { describe, expect, test } from 'vitest';
import { COLUMN_SETS, columnSets, readColumnChoice } from '@/utils/export/column-sets';
import { columnOf, columns } from '@/utils/export/columns';
import { readRow } from '@/utils/export/read-row';
import { makeReport } from '../../support/builders';
import { exportContext } from '../../support/export';

describe.each(COLUMN_SETS)('the set %s', (name) => {
  test('names columns that there are, each once', () => {
    expect(columnSets[name].filter((id) => !columnOf(id))).toEqual([]);
    expect(new Set(columnSets[name]).size).toBe(columnSets[name].length);
  });

  test('is enough for a file to be read back', () => {
    const cells = columnSets[name].map(
      (id) => [id, String(columnOf(id)!.value(makeReport(), exportContext))] as const,
    );
    expect(readRow(new Map(cells))).toMatchObject({
      report: { postKey: makeReport().postKey, status: 'new' },
    });
  });
});

test('all are all, in order', () => {
  expect(columnSets.all).toEqual(columns.map(({ id }) => id));
});

test('the set of 12377 begins as its table of columns does, and leaves the person’s own fields empty', () => {
  expect(columnSets['12377'].slice(0, 7)).toEqual([
    'report_id',
    'exported_at',
    'platform',
    'content_type',
    'post_url',
    'site_url',
    'site_name',
  ]);
  expect(columnSets['12377']).toEqual(expect.arrayContaining(['truth_statement', 'reporter_contact']));
});

describe('a stored choice', () => {
  test('keeps its order, without what this version does not know and without repetitions', () => {
    expect(readColumnChoice(['status', 'gone', 7, 'post_key', 'status'])).toEqual(['status', 'post_key']);
  });

  test.each([undefined, null, 'status', {}, [], ['gone']])('of %j is the default', (stored) => {
    expect(readColumnChoice(stored)).toEqual(columnSets.default);
  });
});
