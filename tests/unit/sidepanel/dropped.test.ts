import { describe, expect, test } from 'vitest';
import { isTakeable, readDrop } from '@/entrypoints/sidepanel/dropped';

type Item = Pick<DataTransferItem, 'kind' | 'getAsFile' | 'webkitGetAsEntry'>;
const fileItem = (name: string, isDirectory = false): Item => ({
  kind: 'file',
  getAsFile: () => new File(['x'], name),
  webkitGetAsEntry: () => ({ isDirectory }) as FileSystemEntry,
});
const textItem: Item = { kind: 'string', getAsFile: () => null, webkitGetAsEntry: () => null };
const drop = (types: string[], ...items: Item[]) =>
  readDrop({ types, items: items as unknown as DataTransferItemList });

describe('what is dropped', () => {
  test('may be files or an address, not a piece of text', () => {
    expect(isTakeable({ types: ['Files'] })).toBe(true);
    expect(isTakeable({ types: ['text/uri-list', 'text/html'] })).toBe(true);
    expect(isTakeable({ types: ['text/plain'] })).toBe(false);
  });

  test('are files, several at once', () => {
    const { files, ...rest } = drop(['Files'], fileItem('a.png'), fileItem('b.mp4'));
    expect(files.map(({ name }) => name)).toEqual(['a.png', 'b.mp4']);
    expect(rest).toEqual({ hasFolder: false, isAddress: false });
  });

  test('is a file, where a browser hands over the picture that was dragged out of a page beside its address', () => {
    const { files, isAddress } = drop(['text/uri-list', 'Files'], textItem, fileItem('picture.jpg'));
    expect(files).toHaveLength(1);
    expect(isAddress).toBe(false);
  });

  test('is an address alone, where it does not', () => {
    expect(drop(['text/uri-list', 'text/html'], textItem, textItem)).toEqual({
      files: [],
      hasFolder: false,
      isAddress: true,
    });
  });

  test('may hold a folder, which is not taken for a file', () => {
    const { files, hasFolder, isAddress } = drop(['Files'], fileItem('folder', true), fileItem('a.png'));
    expect(files.map(({ name }) => name)).toEqual(['a.png']);
    expect({ hasFolder, isAddress }).toEqual({ hasFolder: true, isAddress: false });
  });

  test('may be gone before it is read, or have no entry', () => {
    const gone: Item = { kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => null };
    expect(drop(['Files'], gone).files).toEqual([]);
  });
});
