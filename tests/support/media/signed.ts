import { sign } from 'node:crypto';
import init, { WasmBuilder } from '@contentauth/c2pa-wasm';
import { certify, der, extension, type Holder } from '../certificate';
import { programInNode } from './c2pa-program';
import { big, type Part, pack, utf8, zeros } from './pack';
import { idat, png } from './pictures';

/** Files with a signed record, made by the library that reads them, for a signer that no list trusts. */

const TRAINED = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
/** Bytes that a signature with its certificates may take. */
const RESERVED = 4_000;

const OID_OF_USE = [0x2b, 6, 1, 5, 5, 7, 3, 4];
const SIGNS_DOCUMENTS = extension([0x55, 0x1d, 0x25], der(0x30, der(0x06, OID_OF_USE)));
const SIGNS = extension([0x55, 0x1d, 0x0f], der(0x03, [7, 0x80]));
const IS_NO_AUTHORITY = extension([0x55, 0x1d, 0x13], der(0x30));
const IS_AUTHORITY = extension([0x55, 0x1d, 0x13], der(0x30, der(0x01, 0xff)));
const NAMES_ISSUER = extension([0x55, 0x1d, 0x23], der(0x30, der(0x80, [1, 2, 3, 4])));

/** The file with a record that says that AI made it. */
export async function signedBy(name: string, file: Uint8Array, type: string): Promise<Uint8Array> {
  await init({ module_or_path: await programInNode() });
  const authority = certify({ name: `${name} Root`, extensions: [IS_AUTHORITY] });
  const holder = certify({
    name,
    extensions: [SIGNS_DOCUMENTS, SIGNS, IS_NO_AUTHORITY, NAMES_ISSUER],
    issuer: { name: `${name} Root`, key: authority.key },
  });
  const builder = WasmBuilder.fromJson(
    JSON.stringify({
      claim_generator_info: [{ name: 'An invented generator', version: '1' }],
      format: type,
      assertions: [
        {
          label: 'c2pa.actions.v2',
          data: { actions: [{ action: 'c2pa.created', digitalSourceType: TRAINED }] },
        },
      ],
    }),
  );
  const signer = {
    alg: 'es256',
    reserveSize: RESERVED,
    sign: async (claim: Uint8Array) => new Uint8Array(envelope(claim, holder, RESERVED)),
  };
  try {
    return await withReaders(() => builder.sign(signer, [], type, new HeldBlob(file)));
  } finally {
    builder.free();
  }
}

/** A small picture with such a record; nothing in it can be seen. */
export const signedFile = (): Promise<Uint8Array> =>
  signedBy('An invented maker', png(idat(5_000)), 'image/png');

/** COSE_Sign1 over a claim that stands elsewhere, as long as the place that is kept for it. */
function envelope(claim: Uint8Array, { certificate, key }: Holder, length: number): Uint8Array {
  const header = cbor.map([1, cbor.int(-7)], [33, cbor.bytes(certificate)]);
  const covered = cbor.list(
    cbor.text('Signature1'),
    cbor.bytes(header),
    cbor.bytes(pack()),
    cbor.bytes(claim),
  );
  const signature = new Uint8Array(sign('sha256', covered, { key, dsaEncoding: 'ieee-p1363' }));
  const whole = (padding: Uint8Array) =>
    pack(
      0xd2,
      cbor.list(
        cbor.bytes(header),
        pack(0xa1, cbor.text('pad'), cbor.bytes(padding)),
        0xf6,
        cbor.bytes(signature),
      ),
    );
  return whole(zeros(length - whole(zeros(300)).length + 300));
}

const cbor = {
  head: (kind: number, value: number) =>
    value < 24
      ? pack((kind << 5) | value)
      : value < 256
        ? pack((kind << 5) | 24, value)
        : pack((kind << 5) | 25, big(2, value)),
  int: (value: number) => (value < 0 ? cbor.head(1, -1 - value) : cbor.head(0, value)),
  bytes: (bytes: Uint8Array) =>
    bytes.length < 65_536 ? pack(cbor.head(2, bytes.length), bytes) : pack(0x5a, big(4, bytes.length), bytes),
  text: (text: string) => pack(cbor.head(3, utf8(text).length), utf8(text)),
  list: (...items: Part[]) => pack(cbor.head(4, items.length), ...items),
  map: (...pairs: [number, Uint8Array][]) =>
    pack(cbor.head(5, pairs.length), ...pairs.map(([name, value]) => [cbor.int(name), value])),
};

/** The library reads what it signs as only a worker of a browser can: at once. Here the bytes are at hand. */
class HeldBlob extends Blob {
  constructor(readonly held: Uint8Array) {
    super([new Uint8Array(held)]);
  }
  override slice(start?: number, end?: number): Blob {
    return new HeldBlob(this.held.slice(start, end));
  }
}

async function withReaders<T>(work: () => Promise<T>): Promise<T> {
  const readers = globalThis as { FileReaderSync?: unknown };
  const before = readers.FileReaderSync;
  readers.FileReaderSync = class {
    readAsArrayBuffer = ({ held }: HeldBlob) => held.slice().buffer;
  };
  try {
    return await work();
  } finally {
    readers.FileReaderSync = before;
  }
}
