import { judgeStore, type ReadFrom, type SignedStatement } from '../c2pa/judge-store';
import type { OpenC2pa, SignedBytes } from '../c2pa/reader';
import type { Bounded } from '../media/bounded';
import type { Jumbf } from '../media/carrier';
import { readAhead } from '../media/jumbf';

/** What became of a signed record that was seen. */
export type RecordFindings = { statement: SignedStatement } | { trouble: 'unchecked' | 'budget' };

/** Zeros stand for what no budget holds of a longer box, and they take memory. */
const MOST_JOINED = 2 * 1024 * 1024;

/** The signed record of a file, from its box alone, within what is left of the file's budget. */
export async function readRecord(
  file: Bounded,
  { pieces }: Jumbf,
  openC2pa: OpenC2pa,
): Promise<RecordFindings> {
  const box = await joined(file, pieces);
  if (!box) return { trouble: pieces.length === 0 ? 'unchecked' : 'budget' };
  const findings = await stated({ jumbf: box.bytes }, box.isWhole ? 'record' : 'part-of-record', openC2pa);
  return box.isWhole || 'statement' in findings ? findings : { trouble: 'budget' };
}

/** What a store says that is read from these bytes. */
export async function stated(
  signed: SignedBytes,
  from: ReadFrom,
  openC2pa: OpenC2pa,
): Promise<RecordFindings> {
  try {
    const reader = await openC2pa();
    const statement = judgeStore(await reader.read(signed), from);
    return statement.isVoid ? { trouble: 'unchecked' } : { statement };
  } catch {
    // It rejects with errors of many kinds for what a stranger put into the box; the unsigned statements still count.
    return { trouble: 'unchecked' };
  }
}

async function joined(
  file: Bounded,
  pieces: Jumbf['pieces'],
): Promise<{ bytes: Uint8Array; isWhole: boolean } | undefined> {
  const [first, last] = [pieces[0], pieces.at(-1)];
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  if (!first || !last || total > MOST_JOINED) return undefined;
  await readAhead(file, first.start, last.start + last.length - first.start);
  const bytes = new Uint8Array(total);
  let at = 0;
  let isWhole = true;
  for (const { start, length } of pieces) {
    const part = file.atHand(start, length);
    bytes.set(part.bytes, at);
    at += length;
    isWhole &&= part.isWhole;
  }
  return { bytes, isWhole };
}
