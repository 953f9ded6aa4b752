// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fileName, saveFile } from '@/utils/export/download';

afterEach(() => vi.useRealTimers());

describe('download', () => {
  test('names the file by the reader’s own clock', () => {
    expect(fileName(new Date(2026, 0, 2, 3, 4), 'csv')).toBe('qingjian-reports-20260102-0304.csv');
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
