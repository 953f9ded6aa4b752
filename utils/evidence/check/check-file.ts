import { sha256By } from '../../digest';
import {
  type BytesRead,
  type MediaCheck,
  type MediaEvidence,
  type MediaTrouble,
  STRENGTHS,
} from '../../model/media-check';
import type { OpenC2pa } from '../c2pa/reader';
import { bounded } from '../media/bounded';
import type { ByteSource } from '../media/byte-source';
import { verdictOf } from '../media/judge';
import { type FileStatements, readStatements } from '../media/read-media';
import { type RecordFindings, readRecord, stated } from './record';
import { signedType } from './signed-type';

/** Everything that comes of looking into one file, but for where its bytes came from. */
export type FileFindings = Omit<MediaCheck, 'media' | 'at' | 'via'>;

const MOST_EVIDENCE = 20;
/** The largest local file that is checked as a whole, in bytes; of a larger one the record is checked alone. */
export const MOST_WHOLE = 100 * 1024 * 1024;

/**
 * Looks into a file within the budget of one: unsigned statements, and the signed record where one is seen, for which
 * alone the reader of records is opened. Never rejects for what the file holds, nor when the source does.
 */
export async function checkFile(source: ByteSource, openC2pa: OpenC2pa): Promise<FileFindings> {
  const file = bounded(source);
  const said = await readStatements(file);
  const record = said.jumbf && (await readRecord(file, said.jumbf, openC2pa));
  const { bytesRead, requests } = file;
  return combined(said, record, { bytesRead, requests, sha256: await file.sha256() });
}

/** The same for a file at hand: where it has a signed record, that is checked against all of its content. */
export async function checkWholeFile(blob: Blob, openC2pa: OpenC2pa): Promise<FileFindings> {
  const source: ByteSource = {
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
  const file = bounded(source);
  const said = await readStatements(file);
  const type = signedType(said.container);
  if (!said.jumbf || !type || blob.size > MOST_WHOLE) return checkFile(source, openC2pa);
  const whole = new Uint8Array(await blob.arrayBuffer());
  const record = await stated({ whole, type }, 'whole', openC2pa);
  return combined(said, record, {
    bytesRead: whole.length,
    requests: file.requests + 1,
    sha256: await sha256By(whole),
  });
}

function combined(said: FileStatements, record: RecordFindings | undefined, read: BytesRead): FileFindings {
  const statement = record && 'statement' in record ? record.statement : undefined;
  const evidence = [...(statement?.evidence ?? []), ...said.evidence]
    .sort((one, other) => STRENGTHS.indexOf(one.strength) - STRENGTHS.indexOf(other.strength))
    .slice(0, MOST_EVIDENCE);
  const trouble = troubleOf(said, record);
  return {
    verdict: verdictWith(evidence, statement?.capturedBy, said.ended),
    evidence,
    ...(said.container && { container: said.container }),
    ...(trouble && { trouble }),
    ...(statement?.capturedBy && { capturedBy: statement.capturedBy }),
    ...read,
  };
}

function verdictWith(
  evidence: readonly MediaEvidence[],
  capturedBy: string | undefined,
  ended: FileStatements['ended'],
): FileFindings['verdict'] {
  const verdict = verdictOf(evidence);
  if (verdict === 'none' && ended === 'failed') return 'unreadable';
  // Unsigned words against a signed photograph: both are shown, and neither is believed.
  return capturedBy ? 'none' : verdict;
}

function troubleOf({ ended }: FileStatements, record: RecordFindings | undefined): MediaTrouble | undefined {
  if (record && 'trouble' in record) return record.trouble;
  return ended === 'failed' ? 'network' : ended;
}
