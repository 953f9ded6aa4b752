/** What a reader let go over the panel. */
export interface Dropped {
  files: File[];
  /** Folders are not opened. */
  hasFolder: boolean;
  /** There is an address and no file: the browser did not hand the picture over that was dragged out of a page. */
  isAddress: boolean;
}

const ADDRESS = 'text/uri-list';

/** Whether something that is dragged may be dropped here. While it is dragged, only the kinds of it are told. */
export function isTakeable({ types }: Pick<DataTransfer, 'types'>): boolean {
  return types.includes('Files') || types.includes(ADDRESS);
}

/** To be called while the drop is handled: afterwards the browser takes it away. */
export function readDrop({ items, types }: Pick<DataTransfer, 'items' | 'types'>): Dropped {
  const given = [...items].filter(({ kind }) => kind === 'file');
  const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry()?.isDirectory ?? false;
  const folders = new Set(given.filter(isFolder));
  const files = given
    .filter((item) => !folders.has(item))
    .map((item) => item.getAsFile())
    .filter((file) => file !== null);
  return {
    files,
    hasFolder: folders.size > 0,
    isAddress: files.length === 0 && folders.size === 0 && types.includes(ADDRESS),
  };
}
