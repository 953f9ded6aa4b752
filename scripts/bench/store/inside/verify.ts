import type { Verification } from '@/utils/storage/ledger/verify';
import { ReportStore } from '@/utils/storage/reports';
import { STOCK } from './names.ts';
import { type Busy, Pulse } from './pulse.ts';

export interface VerifyAnswer extends Pick<Verification, 'checked' | 'found'>, Busy {
  ms: number;
  /** How often progress was told. */
  steps: number;
}

export async function verify(): Promise<VerifyAnswer> {
  const store = new ReportStore('0.0.0', STOCK);
  await store.count();
  const pulse = new Pulse();
  let steps = 0;
  const start = performance.now();
  const { checked, found } = await store.verify({ onProgress: () => steps++ });
  const ms = performance.now() - start;
  const busy = pulse.stop();
  store.close();
  return { ...busy, ms, steps, checked, found };
}
