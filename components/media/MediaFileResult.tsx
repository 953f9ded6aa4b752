import type { MediaFindings } from '../../utils/evidence/engine/order';
import { t } from '../../utils/i18n';
import { plainName } from '../../utils/model/account';
import { FileSays } from './FileSays';
import { speaks } from './media-facts';
import { troubleWord } from './media-words';
import { ReadFacts } from './ReadFacts';
import { verdictWord } from './verdict-words';

export interface MediaFileResultProps {
  /** As the reader's machine calls the file. */
  name: string;
  findings: MediaFindings;
}

/** What one file of the reader's own says of its making. */
export function MediaFileResult({ name, findings }: MediaFileResultProps) {
  const { trouble } = findings;
  return (
    <article class="media-says file-result" aria-label={plainName(name)}>
      <h3>{plainName(name)}</h3>
      <p class="joined">{verdictWord(findings)}</p>
      {speaks(findings) ? <FileSays check={findings} /> : trouble && <p>{troubleWord(trouble)}</p>}
      <details>
        <summary class="small">{t('mediaFacts')}</summary>
        <ReadFacts check={findings} />
      </details>
    </article>
  );
}
