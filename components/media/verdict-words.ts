import type { MediaFindings } from '../../utils/evidence/engine/order';
import { type MessageKey, t } from '../../utils/i18n';
import type { MediaVerdict, PostEvidence } from '../../utils/model/media-check';

const VERDICT: Record<MediaVerdict, MessageKey> = {
  ai: 'mediaVerdictAi',
  'ai-edited': 'mediaVerdictEdited',
  none: 'mediaVerdictNone',
  unreadable: 'mediaVerdictUnreadable',
};

/** What came of looking into one file; never more than that there is evidence. */
export function verdictWord({ verdict, evidence, capturedBy }: MediaFindings): string {
  if (verdict !== 'none' || evidence.length === 0) return t(VERDICT[verdict]);
  return capturedBy === undefined ? t('mediaVerdictWeak') : t('mediaVerdictContradiction');
}

/** The files of one post in a few words. What only may be, or is suspected (B3), is not told as a statement. */
export function evidenceWord({ kind, strength }: PostEvidence): string {
  if (kind === 'ai-edited') return t('mediaSignEdited');
  return strength === 'B3' ? t('mediaSignMaybe') : t('mediaSignAi');
}
