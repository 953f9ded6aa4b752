import { ReportStore } from '@/utils/storage/reports';
import { timeOf } from './file.ts';
import { STOCK } from './names.ts';
import { answerOf, openRaw } from './raw.ts';

export interface TotalsJob {
  rounds: number;
}

export interface TotalsAnswer {
  /** Milliseconds until a page that has just been opened knows the totals. */
  first: number;
  ours: number[];
  /** Of counting the reports. */
  count: number[];
}

export async function totals({ rounds }: TotalsJob): Promise<TotalsAnswer> {
  const store = new ReportStore('0.0.0', STOCK);
  const first = await timeOf(() => store.totals());
  const raw = await openRaw(STOCK);
  const answer: TotalsAnswer = { first, ours: [], count: [] };
  for (let round = 0; round < rounds; round++) {
    answer.ours.push(await timeOf(() => store.totals()));
    answer.count.push(
      await timeOf(() => answerOf(raw.transaction('reports').objectStore('reports').count())),
    );
  }
  raw.close();
  store.close();
  return answer;
}
