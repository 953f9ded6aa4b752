import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildFile, fileName, saveFile } from '@/utils/export/download';
import { exporter } from '@/utils/export/formats/csv';
import { exportContext, goldenReports, inBatches, written } from '../../support/export';

afterEach(() => vi.useRealTimers());

describe('download', () => {
  test('names the file by the reader’s own clock', () => {
    expect(fileName(new Date(2026, 0, 2, 3, 4), 'csv')).toBe('qingjian-reports-20260102-0304.csv');
  });

  test('builds one file from the pieces, byte-order mark included', async () => {
    const file = await buildFile(exporter, inBatches(goldenReports, 1), exportContext);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      await written(exporter, goldenReports),
    );
  });

  test('saves by a click on a link and gives the address back later', () => {
    vi.useFakeTimers();
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one');
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      expect([this.download, this.href]).toEqual(['name.csv', 'blob:one']);
    });

    saveFile(new File(['x'], 'name.csv'));

    expect(clicked).toHaveBeenCalledOnce();
    expect(revoke).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(revoke).toHaveBeenCalledWith('blob:one');
    expect(document.querySelector('a')).toBeNull();
  });
});
