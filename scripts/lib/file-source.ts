import { open } from 'node:fs/promises';
import type { ByteSource } from '../../utils/evidence/media/byte-source.ts';

/** A file on this disk, read where it is asked for; to be closed. */
export interface FileSource extends ByteSource {
  close(): Promise<void>;
}

/** @throws what the file system says where the file cannot be opened */
export async function openFileSource(path: string): Promise<FileSource> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    },
    close: () => file.close(),
  };
}
