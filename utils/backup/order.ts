import * as v from 'valibot';
import type { FileHead } from '../model/exchange';
import { CHECK_FAILURES, type CheckFailure, type LastBackup } from './plan';

/** What is to be built: all that the database does not hold. */
export interface BackupOrder {
  /** Id of the run. */
  run: string;
  head: FileHead;
  settings: Record<string, unknown>;
}

/** What was built, at an address that the browser can save from as long as whoever built it is there. */
export type BackupBuilt =
  | ({ run: string; address: string } & Pick<LastBackup, 'rev' | 'fingerprint' | 'reports' | 'size'>)
  | { run: string; failed: CheckFailure };

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const run = v.pipe(v.string(), v.maxLength(100));

/** Both ends are pages of the extension; checked all the same, as every message is. */
export const BackupBuiltSchema: v.GenericSchema<unknown, BackupBuilt> = v.union([
  v.strictObject({
    run,
    address: v.pipe(v.string(), v.startsWith('blob:'), v.maxLength(300)),
    rev: wholeNumber,
    fingerprint: v.pipe(v.string(), v.maxLength(100)),
    reports: wholeNumber,
    size: wholeNumber,
  }),
  v.strictObject({ run, failed: v.picklist(CHECK_FAILURES) }),
]);
