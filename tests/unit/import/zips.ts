import { deflateRawSync } from 'node:zlib';
import { hashOf } from './files';

/** A file of a ZIP, and what the ZIP says of it where that is not the truth. */
export interface Packed {
  name: string;
  bytes: Uint8Array | string;
  /** Default 8. */
  method?: 0 | 8;
  /** Declared length when unpacked. */
  size?: number;
  /** Bit 0 says encrypted. */
  flags?: number;
  /** Already packed. */
  packed?: Uint8Array;
  /** The directory says that it stands where this other one does. */
  standsAt?: string;
}

/** Bytes as a packing program would write them, without checksums, which are not looked at. */
export function makeZip(files: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const file of files) {
    const { method = 8, flags = 0 } = file;
    const plain = Buffer.from(file.bytes as string);
    const packed = Buffer.from(file.packed ?? (method === 8 ? deflateRawSync(plain) : plain));
    const name = Buffer.from(file.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags | 0x800, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(file.size ?? plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offsets.get(file.standsAt ?? '') ?? offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, central, name);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), common, name, packed];
    parts.push(...local);
    offsets.set(file.name, offset);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, listed, end]));
}

/** The same with a manifest of all of them. */
export function makeExport(files: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const listed = files.map(({ name, bytes }) => ({
    name,
    size: Buffer.from(bytes as string).length,
    sha256: hashOf(bytes),
  }));
  return makeZip([...files, { name: 'manifest.json', bytes: JSON.stringify({ version: 1, files: listed }) }]);
}
