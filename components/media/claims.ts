import { type MessageKey, t } from '../../utils/i18n';
import type { MediaEvidence } from '../../utils/model/media-check';

/**
 * The sentences of `utils/evidence/media/ladder.ts` as texts of the interface, by step and by what can be told more
 * exactly: the ladder itself, in all languages, would be a fifth of the card's code.
 */
const CLAIMS: Readonly<Record<string, MessageKey>> = {
  A1: 'mediaClaimA1',
  A2: 'mediaClaimA2',
  A3: 'mediaClaimA3',
  B1: 'mediaClaimB1',
  B2: 'mediaClaimB2',
  B3: 'mediaClaimB3',
  C1: 'mediaClaimC1',
  C2: 'mediaClaimC2',
  C3: 'mediaClaimC3',
  'c2pa A2 ai': 'mediaClaimRecordA2',
  'c2pa B3 ai': 'mediaClaimRecordB3',
  'c2pa A1 ai-edited': 'mediaClaimEditedA1',
  'c2pa A2 ai-edited': 'mediaClaimEditedA2',
  'c2pa B3 ai-edited': 'mediaClaimEditedB3',
  'iptc-source-type B2': 'mediaClaimSourceType',
  'iptc-source-type B3': 'mediaClaimSourceTypeParts',
  'google-credit B2': 'mediaClaimMadeWithGoogle',
  'google-credit B3': 'mediaClaimEditedWithGoogle',
  'gb45438 B3': 'mediaClaimMaybe',
  'bytedance B3': 'mediaClaimExport',
  'hf-job-id C3': 'mediaClaimJob',
};

/** What may be said of one piece of evidence, and no more. */
export function claimWords({ mechanism, strength, kind, producer, signer }: MediaEvidence): string {
  const exact = `${mechanism} ${strength}`;
  const key = CLAIMS[`${exact} ${kind}`] ?? CLAIMS[exact] ?? CLAIMS[strength]!;
  // The name of a program must not stand for who signed.
  const name = signer ?? (mechanism === 'c2pa' ? undefined : producer);
  return t(key, name ?? t('mediaUnnamed'));
}
