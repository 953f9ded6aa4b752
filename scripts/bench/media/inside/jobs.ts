import { sha256By } from '@/utils/digest';
import { type LoadProgram, openC2pa } from '@/utils/evidence/c2pa/wasm-reader';
import { checkFile } from '@/utils/evidence/check/check-file';
import type { ByteSource } from '@/utils/evidence/media/byte-source';
import { readMedia } from '@/utils/evidence/media/read-media';
import type { MediaVerdict } from '@/utils/model/media-check';

/** Plain data. */
export interface GivenFile {
  name: string;
  /** In base64 of gzip. */
  packed: string;
}

export interface ReaderJob {
  kind: 'reader';
  files: readonly GivenFile[];
  rounds: number;
}

export interface Reading {
  name: string;
  size: number;
  verdict: MediaVerdict;
  requests: number;
  bytesRead: number;
  /** Milliseconds of the first reading in this process, and of all rounds after it. */
  first: number;
  times: number[];
  /** The same parts of the file, only read and hashed. */
  floor: number[];
}

export interface SignedJob {
  kind: 'signed';
  file: GivenFile;
  rounds: number;
}

export interface SignedReading {
  /** Of what the record says, or why it could not be read. */
  found: string;
  requests: number;
  bytesRead: number;
  /** Milliseconds of the first check, with loading and compiling the library. */
  cold: number;
  /** Of whole checks after it. */
  warm: number[];
}

export type Job = ReaderJob | SignedJob;
export type Answer<J extends Job> = J extends ReaderJob ? Reading[] : SignedReading;

export async function run<J extends Job>(job: J, load: LoadProgram): Promise<Answer<J>> {
  return (await (job.kind === 'reader' ? readAll(job) : checkSigned(job, load))) as Answer<J>;
}

interface Part {
  start: number;
  end: number;
}

async function readAll({ files, rounds }: ReaderJob): Promise<Reading[]> {
  const all = await Promise.all(files.map(async (given) => ({ given, bytes: await unpack(given) })));
  const readings: (Reading & { bytes: Uint8Array; parts: Part[] })[] = [];
  for (const { given, bytes } of all) {
    const parts: Part[] = [];
    const start = performance.now();
    const { verdict, requests, bytesRead } = await readMedia(sourceOf(bytes, parts));
    const first = performance.now() - start;
    const { name } = given;
    const told = { name, size: bytes.length, verdict, requests, bytesRead, first };
    readings.push({ ...told, times: [], floor: [], bytes, parts });
  }
  for (let round = 0; round < rounds; round++) {
    for (const reading of readings) {
      const { bytes, parts } = reading;
      const ours = async () => void reading.times.push(await timeOf(() => readMedia(sourceOf(bytes))));
      const floor = async () => void reading.floor.push(await timeOf(() => onlyRead(bytes, parts)));
      for (const each of round % 2 === 0 ? [ours, floor] : [floor, ours]) await each();
    }
  }
  return readings.map(({ bytes: _, parts: __, ...reading }) => reading);
}

async function checkSigned({ file, rounds }: SignedJob, load: LoadProgram): Promise<SignedReading> {
  const bytes = await unpack(file);
  const open = openC2pa(load);
  const check = () => checkFile(sourceOf(bytes), open);
  const start = performance.now();
  const { evidence, trouble, requests = 0, bytesRead = 0 } = await check();
  const cold = performance.now() - start;
  const warm: number[] = [];
  for (let round = 0; round < rounds; round++) warm.push(await timeOf(check));
  const [best] = evidence;
  return {
    found: best ? `${best.mechanism} ${best.strength}` : (trouble ?? 'nothing'),
    requests,
    bytesRead,
    cold,
    warm,
  };
}

function sourceOf(bytes: Uint8Array, parts: Part[] = []): ByteSource {
  return {
    size: bytes.length,
    read: async (start, end) => {
      parts.push({ start, end });
      return bytes.slice(start, end);
    },
  };
}

async function onlyRead(bytes: Uint8Array, parts: readonly Part[]): Promise<string> {
  const read: Uint8Array[] = [];
  for (const { start, end } of parts) read.push(await Promise.resolve(bytes.slice(start, end)));
  const all = new Uint8Array(read.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of read) {
    all.set(part, at);
    at += part.length;
  }
  return sha256By(all);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function unpack({ packed }: GivenFile): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
