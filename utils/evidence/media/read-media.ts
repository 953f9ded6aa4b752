import { type Bounded, bounded, SourceFailed } from './bounded';
import type { ByteSource } from './byte-source';
import type { Carrier, Jumbf } from './carrier';
import { BudgetSpent, DamagedFile } from './cursor';
import type { Container } from './define-container';
import type { MediaReading } from './evidence';
import { judge, verdictOf } from './judge';

/** Of the bytes that a container is recognised by. */
const HEAD = 4096;
/** A file that says more than this of itself says it to keep its readers busy. */
const MOST_CARRIERS = 512;

const modules = import.meta.glob<{ container: Container }>('./containers/*.ts', { eager: true });

/** All containers, found by file: to add one is to add `containers/<id>.ts` that exports `container`. */
export const containers: readonly Container[] = Object.values(modules)
  .map(({ container }) => container)
  .sort((a, b) => a.id.localeCompare(b.id));

interface Collected {
  carriers: Carrier[];
  container?: Container;
  /** Why it ended early. */
  ended?: 'budget' | 'damaged' | 'failed';
}

/** What a file says, without what it cost. */
export interface FileStatements extends Pick<MediaReading, 'evidence' | 'container' | 'jumbf'> {
  /** Why it ended early; `failed` when the source rejected. */
  ended?: 'budget' | 'damaged' | 'failed';
}

/**
 * What a file says of its own making. Never rejects for what the file holds nor when the source does: a file that
 * cannot be read, and gave no evidence before that, is `unreadable`.
 */
export async function readMedia(source: ByteSource): Promise<MediaReading> {
  const file = bounded(source);
  const { ended, ...said } = await readStatements(file);
  const verdict = verdictOf(said.evidence);
  return {
    verdict: ended === 'failed' && verdict === 'none' ? 'unreadable' : verdict,
    ...said,
    bytesRead: file.bytesRead,
    requests: file.requests,
    sha256: await file.sha256(),
    ...(ended && ended !== 'failed' && { ended }),
  };
}

/** The same through a cursor that others read on with, within the same budget. */
export async function readStatements(file: Bounded): Promise<FileStatements> {
  const { carriers, container, ended } = await collect(file);
  const jumbf = carriers.find((carrier): carrier is Jumbf => carrier.type === 'jumbf');
  return {
    evidence: judge(carriers),
    ...(container && { container: container.id }),
    ...(jumbf && { jumbf }),
    ...(ended && { ended }),
  };
}

async function collect(file: Bounded): Promise<Collected> {
  const collected: Collected = { carriers: [] };
  try {
    const head = await file.bytes(0, HEAD);
    const container = containers.find(({ recognises }) => recognises(head));
    if (!container) return collected;
    collected.container = container;
    for await (const carrier of container.read(file)) {
      collected.carriers.push(carrier);
      if (collected.carriers.length >= MOST_CARRIERS) return { ...collected, ended: 'damaged' };
    }
    return collected;
  } catch (error) {
    return { ...collected, ended: reasonOf(error) };
  }
}

function reasonOf(error: unknown): 'budget' | 'damaged' | 'failed' {
  if (error instanceof BudgetSpent) return 'budget';
  if (error instanceof DamagedFile) return 'damaged';
  if (error instanceof SourceFailed) return 'failed';
  throw error;
}
