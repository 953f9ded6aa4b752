import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenColumns, type ExportChoice, readExportChoice } from '@/utils/exchange/export-choice';
import { columnSets } from '@/utils/export/column-sets';
import { columns } from '@/utils/export/columns';

const KEPT: ExportChoice = {
  format: 'ndjson',
  columns: 'own',
  own: ['post_key', 'status', 'title'],
  encoding: 'gb18030',
  byteOrderMark: false,
  mask: true,
};

describe('how the reader exports', () => {
  test('is on the first day a table of the usual columns that Excel reads', () => {
    expect(readExportChoice(null)).toEqual({
      format: 'csv',
      columns: 'default',
      own: columnSets.default,
      encoding: 'utf-8',
      byteOrderMark: true,
      mask: false,
    });
  });

  test('is read back as it was kept', () => {
    expect(readExportChoice(KEPT)).toEqual(KEPT);
    expect(chosenColumns(KEPT)).toEqual(['post_key', 'status', 'title']);
    expect(chosenColumns({ ...KEPT, columns: '12377' })).toBe(columnSets['12377']);
  });

  test('loses what this version does not know, and keeps the rest', () => {
    const other = { ...KEPT, format: 'xlsx', own: ['post_key', 'mood', 'post_key'], encoding: 'big5' };
    expect(readExportChoice(other)).toEqual({ ...KEPT, format: 'csv', own: ['post_key'], encoding: 'utf-8' });
    expect(readExportChoice({ ...KEPT, own: [] }).own).toEqual(columnSets.default);
  });

  test('is always usable, whatever was stored', () => {
    const known = new Set(columns.map(({ id }) => id));
    const fields = fc.record(
      { format: fc.anything(), columns: fc.anything(), own: fc.anything(), encoding: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fields), (stored) => {
        const choice = readExportChoice(stored);
        const chosen = chosenColumns(choice);
        expect(chosen.length).toBeGreaterThan(0);
        expect(chosen.filter((id) => !known.has(id))).toEqual([]);
        expect(readExportChoice(structuredClone(choice))).toEqual(choice);
      }),
    );
  });
});
