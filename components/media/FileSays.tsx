import type { MediaFindings } from '../../utils/evidence/engine/order';
import { t } from '../../utils/i18n';
import { EvidenceList } from './EvidenceList';
import { troubleWord } from './media-words';

/** Everything that one file says of its making; where two statements exclude each other, both and no verdict. */
export function FileSays({ check }: { check: MediaFindings }) {
  const { evidence, capturedBy, trouble } = check;
  return (
    <>
      {evidence.length > 0 && <EvidenceList evidence={evidence} />}
      {capturedBy !== undefined && <p>{t('mediaCamera', capturedBy)}</p>}
      {capturedBy !== undefined && evidence.length > 0 && <p>{t('mediaContradiction')}</p>}
      {trouble && <p class="term">{t('mediaMore', troubleWord(trouble))}</p>}
    </>
  );
}
