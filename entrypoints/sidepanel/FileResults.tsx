import { MediaFileResult } from '@/components/media/MediaFileResult';
import { t } from '@/utils/i18n';
import type { CheckedFile } from './file-round';

/** What the files say that were looked into; loaded with the first of them. */
export function FileResults({ files }: { files: readonly CheckedFile[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="file-results" aria-label={t('mediaDropResults')} tabIndex={0}>
      {files.map(
        ({ id, name, findings }) => findings && <MediaFileResult key={id} name={name} findings={findings} />,
      )}
    </section>
  );
}
