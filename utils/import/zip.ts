import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { EXCHANGE_NAME as LINES, MANIFEST_NAME as MANIFEST, TABLE_NAME as TABLE } from '../export/manifest';
import { decoded } from './decode';
import { encodingOfMark, type FileEncoding, guessEncoding } from './encoding';
import { lookOfEntries } from './looks';
import { readNdjson } from './ndjson';
import type { PictureFiles } from './pictures';
import { type ImportProblem, problem } from './problems';
import type { ImportItem, ReadOptions } from './read-file';
import { readTable } from './table';
import { readDirectory, unpackedLimit } from './zip-directory';
import { type Hashes, readManifest } from './zip-manifest';
import { unpack, unpackWhole, ZipError, type ZipMember } from './zip-member';
import { findMember, unpackSalvaged } from './zip-salvage';

const PICTURES = 'pictures/';

type Members = ReadonlyMap<string, ZipMember>;

/** The reports of a ZIP: its NDJSON, else its table. Whatever else is in it is let lie. */
export async function* readZip(zip: Blob, options: ReadOptions): AsyncGenerator<ImportItem> {
  const directory = await readDirectory(zip, options.signal);
  if ('problem' in directory) return yield { type: 'problem', problem: directory.problem };
  if ('unreadable' in directory) {
    return yield* readSalvaged(zip, { code: directory.unreadable, detail: directory.detail }, options);
  }
  const { members } = directory;
  const member = findReports(members);
  if (!member) return yield { type: 'problem', problem: lookOfEntries([...members.keys()]) };
  const folder = member.name.slice(0, -(member.name.endsWith(LINES) ? LINES : TABLE).length);
  const manifest = members.get(folder + MANIFEST);
  const hashes = manifest && (await readManifest(zip, manifest));
  if (!hashes) yield problem({ code: 'hash', file: MANIFEST, detail: '' });
  yield* new ZippedReports(zip, { members, member, folder, hashes, options }).read();
}

/** People pack folders: the files may stand in one. */
function findReports(members: Members): ZipMember | undefined {
  for (const name of [LINES, TABLE]) {
    const exact = members.get(name);
    if (exact) return exact;
    for (const member of members.values()) {
      if (/^[^/]+\//.exec(member.name)?.[0].concat(name) === member.name) return member;
    }
  }
  return undefined;
}

interface Zipped {
  members: Members;
  /** The one with the reports. */
  member: ZipMember;
  /** Empty, or with a slash at its end. */
  folder: string;
  hashes: Hashes | undefined;
  options: ReadOptions;
}

class ZippedReports {
  readonly #zip: Blob;
  readonly #of: Zipped;
  /** What was found while unpacking, after the last line that could be read. */
  #found: ImportProblem | undefined;

  constructor(zip: Blob, of: Zipped) {
    this.#zip = zip;
    this.#of = of;
  }

  async *read(): AsyncGenerator<ImportItem> {
    const file = this.#name;
    let end: ImportItem | undefined;
    for await (const item of await this.#items()) {
      const found = this.#found;
      if (found && item.type === 'problem' && item.problem.fatal)
        return yield problem({ ...found, fatal: true });
      if (item.type === 'end') end = item;
      else if (item.type === 'problem') yield problem({ file, ...item.problem });
      else yield item;
    }
    if (this.#found) yield problem(this.#found);
    if (end && !this.#found?.fatal) yield end;
  }

  get #name(): string {
    return this.#of.member.name.slice(this.#of.folder.length);
  }

  async #items(): Promise<AsyncIterable<ImportItem>> {
    const { member } = this.#of;
    if (member.name.endsWith(LINES)) {
      const pieces = decoded(this.#bytes(), { encoding: 'utf-8', mark: 0 });
      return readNdjson(pieces, { format: 'zip', encoding: 'utf-8', files: this.#files() });
    }
    const encoding = (await guessEncoding(this.#bytes())) ?? 'utf-8';
    this.#found = undefined;
    const pieces = decoded(this.#bytes(), { encoding, mark: await this.#mark(encoding) });
    return readTable(pieces, { format: 'zip', encoding });
  }

  async #mark(encoding: FileEncoding): Promise<number> {
    for await (const start of this.#bytes()) {
      const found = encodingOfMark(start);
      return found?.encoding === encoding ? found.mark : 0;
    }
    return 0;
  }

  /** The unpacked bytes; what is wrong with them ends them, and is told at the end of the file. */
  async *#bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const { member, hashes, options } = this.#of;
    const { signal, onProgress } = options;
    const onRead = (done: number) => onProgress?.(member.offset + done, this.#zip.size);
    const hash = sha256.create();
    try {
      for await (const piece of unpack(this.#zip, member, unpackedLimit(member), { signal, onRead })) {
        hash.update(piece);
        yield piece;
      }
    } catch (error) {
      if (!(error instanceof ZipError)) throw error;
      const isBomb = error.code === 'zip-bomb';
      this.#found = {
        code: error.code,
        file: this.#name,
        detail: error.message,
        ...(isBomb && { fatal: true }),
      };
      return;
    }
    const expected = hashes?.get(this.#name)?.sha256;
    if (hashes && expected !== bytesToHex(hash.digest())) {
      this.#found = { code: 'hash', file: this.#name, detail: '' };
    }
  }

  #files(): PictureFiles {
    const { members, folder } = this.#of;
    return (name) => {
      const member = name.startsWith(PICTURES) ? members.get(folder + name) : undefined;
      return member && ((limit) => unpackWhole(this.#zip, member, limit));
    };
  }
}

/** What stands in the NDJSON of a ZIP whose directory is lost; without pictures. */
async function* readSalvaged(
  zip: Blob,
  reason: ImportProblem,
  { signal }: ReadOptions,
): AsyncGenerator<ImportItem> {
  const member = await findMember(zip, LINES, signal);
  if (!member) return yield problem({ ...reason, fatal: true });
  yield problem(reason);
  const bytes = unpackSalvaged(zip, member, unpackedLimit({ compressed: zip.size }), signal);
  const pieces = decoded(bytes, { encoding: 'utf-8', mark: 0 });
  yield* readNdjson(pieces, { format: 'zip', encoding: 'utf-8', withoutPictures: true });
}
