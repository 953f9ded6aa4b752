import { describe, expect, test, vi } from 'vitest';
import { readImportFile } from '@/utils/import/read-file';
import { makePost, makeReport } from '../../support/builders';
import {
  COLUMNS,
  codesOf,
  csv,
  incomingOf,
  keysOf,
  ndjson,
  problemsOf,
  readAll,
  reportLine,
  row,
} from './files';

/** About two megabytes: several pieces. */
const reports = Array.from({ length: 2_000 }, (_, i) =>
  reportLine(makeReport({ id: `r${i}`, post: makePost({ id: `p${i}` }) })),
);
const large = ndjson(reports);

describe('reading a file', () => {
  test('tells how far it is', async () => {
    const onProgress = vi.fn<(done: number, total: number) => void>();
    await readAll(large, { onProgress });
    const size = new Blob([large]).size;
    expect(onProgress.mock.calls.length).toBeGreaterThan(3);
    expect(onProgress.mock.calls.every(([, total]) => total === size)).toBe(true);
    expect(onProgress).toHaveBeenLastCalledWith(size, size);
  });

  test('reads no further than it is asked', async () => {
    const onProgress = vi.fn();
    for await (const item of readImportFile(new Blob([large]), { onProgress })) {
      if (item.type === 'report') break;
    }
    expect(onProgress.mock.calls.length).toBeLessThan(2);
  });

  test('ends with the reason of an abort', async () => {
    const abort = new AbortController();
    let count = 0;
    const read = async () => {
      for await (const _ of readImportFile(new Blob([large]), { signal: abort.signal })) {
        if (++count === 5) abort.abort();
      }
    };
    await expect(read()).rejects.toThrow(DOMException);
    expect(count).toBe(5);
  });

  test('a file that is gone is unreadable, also halfway', async () => {
    const file = new Blob([large]);
    const slice = file.slice.bind(file);
    vi.spyOn(file, 'slice').mockImplementation((start, end) => {
      const part = slice(start, end);
      if ((start ?? 0) > 300_000) {
        part.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
      }
      return part;
    });
    const items = await readAll(file);
    expect(incomingOf(items).length).toBeGreaterThan(10);
    expect(problemsOf(items)).toEqual([{ code: 'unreadable', detail: 'gone', fatal: true }]);
  });

  test('what is no fault of the file is thrown', async () => {
    const file = new Blob([large]);
    file.slice = () => {
      throw new RangeError('a mistake of ours');
    };
    await expect(readAll(file)).rejects.toThrow('a mistake of ours');
  });

  test('the name says nothing', async () => {
    const misnamed = new File([csv([COLUMNS, row('a')])], 'reports.zip', { type: 'application/zip' });
    expect(keysOf(await readAll(misnamed))).toHaveLength(1);
  });

  test('larger than anything of ours', async () => {
    const file = new Blob(['x']);
    Object.defineProperty(file, 'size', { value: 9 * 1024 ** 3 });
    expect(codesOf(await readAll(file))).toEqual(['too-large']);
  });
});
