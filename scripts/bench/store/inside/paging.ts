import { ReportStore } from '@/utils/storage/reports';
import { timeOf } from './file.ts';
import { STOCK } from './names.ts';
import { backwards, openRaw } from './raw.ts';

export const DEPTHS = ['first', 'middle', 'last'] as const;
export type Depth = (typeof DEPTHS)[number];

export interface PagingJob {
  rounds: number;
  size: number;
}

/** Milliseconds of every round. */
export interface PagingAnswer {
  depth: Depth;
  page: number[];
  /** The same reports asked for by their ids, as the table does. */
  rows: number[];
  /** The page by key, without anything over IndexedDB. */
  key: number[];
  /** The page by the number of reports before it. */
  offset: number[];
}

interface Place {
  before: { createdAt: number; id: string } | undefined;
  skip: number;
  answer: PagingAnswer;
}

const INDEX = '[createdAt+id]';
/** Counting rows up to a place takes long enough to be measured a few times only. */
const OFFSET_ROUNDS = 2;

/** Reads a page of reports at three depths of the list, in turns. */
export async function paging({ rounds, size }: PagingJob): Promise<PagingAnswer[]> {
  const store = new ReportStore('0.0.0', STOCK);
  const raw = await openRaw(STOCK);
  const index = () => raw.transaction('reports').objectStore('reports').index(INDEX);
  const places = await placesOf(index, (await store.count()) - size, size);
  for (let round = -1; round < rounds; round++) {
    for (const { before, skip, answer } of round % 2 === 0 ? places : places.toReversed()) {
      let rows: { id: string }[] = [];
      const below = before ? IDBKeyRange.upperBound([before.createdAt, before.id], true) : null;
      const page = await timeOf(async () => {
        rows = (await store.page(before, size)) as { id: string }[];
      });
      const ids = rows.map(({ id }) => id);
      if (ids.length !== size) throw new Error(`The ${answer.depth} page holds ${ids.length} reports`);
      const byIds = await timeOf(() => store.rows(ids));
      const key = await timeOf(() => backwards(index(), size, { below }));
      const offset =
        round >= 0 && round < OFFSET_ROUNDS && (await timeOf(() => backwards(index(), size, { skip })));
      if (round < 0) continue;
      answer.page.push(page);
      answer.rows.push(byIds);
      answer.key.push(key);
      if (offset !== false) answer.offset.push(offset);
    }
  }
  raw.close();
  store.close();
  return places.map(({ answer }) => answer);
}

async function placesOf(index: () => IDBIndex, deepest: number, size: number): Promise<Place[]> {
  const skips = [0, Math.floor(deepest / 2 / size) * size, deepest];
  return Promise.all(
    DEPTHS.map(async (depth, i): Promise<Place> => {
      const skip = skips[i]!;
      const answer = { depth, page: [], rows: [], key: [], offset: [] };
      if (skip === 0) return { before: undefined, skip, answer };
      const [last] = await backwards<{ createdAt: number; id: string }>(index(), 1, { skip: skip - 1 });
      return { before: { createdAt: last!.createdAt, id: last!.id }, skip, answer };
    }),
  );
}
