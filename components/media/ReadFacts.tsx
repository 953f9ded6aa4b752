import type { MediaFindings } from '../../utils/evidence/engine/order';
import { formatTime, t } from '../../utils/i18n';
import { Fact } from '../detail/Section';
import { CopyButton } from '../handover/CopyButton';
import { readWords, viaWord } from './media-words';

/** What a verdict on one file rests on, so that somebody else can look again. */
export function ReadFacts({ check }: { check: MediaFindings & { at?: number } }) {
  const { bytesRead, sha256, container, via, at } = check;
  return (
    <dl class="facts small">
      <Fact name={t('mediaFactVia')}>{viaWord(via)}</Fact>
      {container && <Fact name={t('mediaFactKind')}>{container.toUpperCase()}</Fact>}
      {bytesRead !== undefined && <Fact name={t('mediaFactBytes')}>{readWords(check)}</Fact>}
      {sha256 && (
        <Fact name="SHA-256">
          <code>{sha256}</code> <CopyButton text={sha256} name="SHA-256" />
        </Fact>
      )}
      {at !== undefined && <Fact name={t('mediaFactWhen')}>{formatTime(at)}</Fact>}
    </dl>
  );
}
