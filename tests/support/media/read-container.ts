import { bounded } from '@/utils/evidence/media/bounded';
import { BUDGET, type ByteSource } from '@/utils/evidence/media/byte-source';
import type { Carrier } from '@/utils/evidence/media/carrier';
import { BudgetSpent, DamagedFile } from '@/utils/evidence/media/cursor';
import type { Container } from '@/utils/evidence/media/define-container';

export interface ContainerReading {
  carriers: Carrier[];
  /** `key=value` of each statement, and `jumbf@start+length,…` with all pieces. */
  said: string[];
  ended?: 'budget' | 'damaged';
  requests: number;
  bytesRead: number;
}

/** A file in memory that counts what is asked of it, and refuses what no budget allows. */
export function memorySource(file: Uint8Array, sized = true): ByteSource & { asked: number } {
  const source = {
    asked: 0,
    ...(sized && { size: file.length }),
    read: async (start: number, end: number) => {
      source.asked += end - start;
      if (!(end > start) || end - start > BUDGET.bytes) throw new Error(`Asked for ${start} to ${end}`);
      return file.slice(start, end);
    },
  };
  return source;
}

/** What a container finds in a file, whether it recognises it or not. */
export async function readContainer(
  container: Container,
  file: Uint8Array,
  sized = true,
): Promise<ContainerReading> {
  const cursor = bounded(memorySource(file, sized));
  // What a kind of file is recognised by is read first.
  await cursor.bytes(0, 4096);
  const carriers: Carrier[] = [];
  let ended: ContainerReading['ended'];
  try {
    for await (const carrier of container.read(cursor)) carriers.push(carrier);
  } catch (error) {
    if (error instanceof BudgetSpent) ended = 'budget';
    else if (error instanceof DamagedFile) ended = 'damaged';
    else throw error;
  }
  const { requests, bytesRead } = cursor;
  return { carriers, said: carriers.map(shown), ...(ended && { ended }), requests, bytesRead };
}

function shown(carrier: Carrier): string {
  if (carrier.type === 'statement') return `${carrier.key}=${carrier.value}`;
  return `jumbf@${carrier.pieces.map(({ start, length }) => `${start}+${length}`).join(',')}`;
}
