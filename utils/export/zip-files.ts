import type { FileHead } from '../model/exchange';
import { crc32 } from './crc32';
import { MANIFEST_NAME, MANIFEST_VERSION, type Manifest, type ManifestFile, pictureName } from './manifest';
import { type Packed, Packer } from './packer';
import type { ReadPicture } from './pictures';
import { DEFLATED, STORED, type ZipPiece, ZipWriter } from './zip-writer';

/** A ZIP that is written file by file, and notes what it holds. */
export class ZipFiles {
  readonly #writer: ZipWriter;
  readonly #files: ManifestFile[] = [];
  readonly #pictures = new Set<string>();
  #pieces: ZipPiece[] = [];

  constructor(at: Date) {
    this.#writer = new ZipWriter(at);
  }

  /** As it is: pictures do not get smaller. One that is there already is not written again. */
  addPicture({ bytes, line: { sha256, size } }: ReadPicture): string {
    const name = pictureName(sha256);
    if (this.#pictures.has(sha256)) return name;
    this.#pictures.add(sha256);
    // The browser's to keep, so that there is one at a time in memory, however many stand before the next line.
    const kept = new Blob([bytes]);
    this.#write({ name, bytes: kept, method: STORED, size, crc32: crc32(bytes) });
    this.#files.push({ name, size, sha256 });
    return name;
  }

  /** As it was compressed, and without reading it again. */
  addPacked(name: string, { sha256, ...packed }: Packed): void {
    this.#write({ name, method: DEFLATED, ...packed });
    this.#files.push({ name, size: packed.size, sha256 });
  }

  /** Adds the manifest and the end. */
  async close(head: FileHead): Promise<void> {
    const manifest: Manifest = {
      kind: 'qingjian-files',
      version: MANIFEST_VERSION,
      head,
      files: this.#files,
    };
    const packer = new Packer();
    await packer.append(`${JSON.stringify(manifest, null, 1)}\n`);
    const { sha256: _, ...packed } = await packer.finish();
    this.#write({ name: MANIFEST_NAME, method: DEFLATED, ...packed });
    this.#pieces.push(...this.#writer.end());
  }

  /** What the ZIP has grown by since it was last asked for. */
  taken(): ZipPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  #write(entry: Parameters<ZipWriter['add']>[0]): void {
    this.#pieces.push(...this.#writer.add(entry));
  }
}
