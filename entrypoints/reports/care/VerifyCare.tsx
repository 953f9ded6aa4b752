import { resultText } from '@/components/care/result-text';
import { VerifySection } from '@/components/care/VerifySection';
import type { Toasts } from '@/components/use-toast';
import { careFileName } from '@/utils/care/file-name';
import { saveFile } from '@/utils/export/download';
import { t } from '@/utils/i18n';
import type { Verification } from '@/utils/storage/ledger/verify';
import type { ReportStore } from '@/utils/storage/reports';
import { useVerification } from './use-verification';

export interface VerifyCareProps {
  store: ReportStore;
  siteName: (site: string) => string;
  toasts: Toasts;
  onOpen: (reportId: string) => void;
}

export function VerifyCare({ store, siteName, toasts, onOpen }: VerifyCareProps) {
  const { progress, found, problem, news, reportNames, ...act } = useVerification(store, siteName);

  async function copyFingerprint(): Promise<void> {
    try {
      await navigator.clipboard.writeText(found?.fingerprint ?? '');
      toasts.show(t('careFingerprintCopied'));
    } catch {
      toasts.show(t('careNotCopied'));
    }
  }

  return (
    <VerifySection
      progress={progress}
      found={found}
      problem={problem}
      news={news}
      reportName={(id) => reportNames.get(id)}
      onVerify={act.verify}
      onCancel={act.stop}
      onOpen={onOpen}
      onCopyFingerprint={() => void copyFingerprint()}
      onExport={(format) => found && toasts.show(t('careExported', save(found, format)))}
      onRecount={act.recount}
      onBeginLedger={act.beginLedger}
    />
  );
}

/** @returns the file's name */
function save(found: Verification, format: 'json' | 'txt'): string {
  const name = careFileName('verification', found.at, format);
  const [text, type] =
    format === 'json'
      ? [JSON.stringify(found, null, 2), 'application/json']
      : [resultText(found), 'text/plain;charset=utf-8'];
  saveFile(new File([text], name, { type }));
  return name;
}
