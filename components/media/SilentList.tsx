import { formatNumber, t } from '../../utils/i18n';
import type { MediaCheck } from '../../utils/model/media-check';
import { type SilentFiles, silentFiles } from './media-facts';
import { troubleWord } from './media-words';

/** Files that say nothing, in a line for each reason. */
export function SilentList({ checks }: { checks: readonly MediaCheck[] }) {
  return silentFiles(checks).map((files) => (
    <p key={`${files.verdict} ${files.trouble}`} class="term">
      {silence(files)}
    </p>
  ));
}

function silence({ verdict, trouble, count }: SilentFiles): string {
  const files = formatNumber(count);
  if (!trouble) return t('mediaNone', files);
  return t(verdict === 'none' ? 'mediaNonePartly' : 'mediaUnread', files, troubleWord(trouble));
}
