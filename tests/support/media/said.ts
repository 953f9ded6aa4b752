import type { Statement } from '@/utils/evidence/media/carrier';
import type { MediaEvidence, Place } from '@/utils/model/media-check';

/** What a file says of itself at one place. */
export function said(place: Place, key: string, value: unknown): Statement {
  return {
    type: 'statement',
    place,
    key,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  };
}

export interface MechanismCases {
  hits: [name: string, says: Statement[], gives: Partial<MediaEvidence>][];
  /** Files that only look alike. */
  misses: [name: string, says: Statement[]][];
}

export const SOME_UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
