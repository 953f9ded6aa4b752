import { formatNumber, formatTime, t } from '@/utils/i18n';
import { Fingerprint } from './Fingerprint';
import { type Found, type FoundProblem, groupByReport } from './found';
import { LedgerRepair } from './LedgerRepair';
import { ProblemGroups } from './ProblemGroups';
import { checkedWords, verdict } from './problem-words';

export interface VerifyResultProps {
  found: Found | undefined;
  /** Name of a report that is still stored, with its site; `undefined` for one that is gone. */
  reportName: (reportId: string) => string | undefined;
  onOpen: (reportId: string) => void;
  onCopyFingerprint: () => void;
  onExport: (format: 'json' | 'txt') => void;
  onRecount: () => void;
  onBeginLedger: () => void;
}

/** The live region is there before the result, so that the verdict is read out. */
export function VerifyResult({ found, ...props }: VerifyResultProps) {
  const tone = !found ? '' : found.found > 0 ? 'bad' : found.cancelled ? 'open' : 'good';
  return (
    <div class="care-result">
      <p role="status" class={tone && `care-verdict care-verdict-${tone}`}>
        {found && verdict(found)}
      </p>
      {found && <Details found={found} {...props} />}
    </div>
  );
}

function Details({ found, ...props }: VerifyResultProps & { found: Found }) {
  const { problems } = found;
  return (
    <>
      {found.cancelled && found.found > 0 && <p>{t('careVerifyCancelled')}</p>}
      <p class="muted small">{t('careVerifiedAt', formatTime(found.at), formatTime(found.since))}</p>
      <dl class="care-figures" aria-label={t('careChecked')}>
        {checkedWords(found.checked).map(({ table, rows }) => (
          <div key={table}>
            <dt>{table}</dt>
            <dd>{rows}</dd>
          </div>
        ))}
      </dl>
      {found.fingerprint && <Fingerprint value={found.fingerprint} onCopy={props.onCopyFingerprint} />}
      <div class="row">
        <button type="button" class="button" onClick={() => props.onExport('json')}>
          {t('careExportJson')}
        </button>
        <button type="button" class="button" onClick={() => props.onExport('txt')}>
          {t('careExportText')}
        </button>
      </div>
      {problems.length > 0 && (
        <ProblemGroups groups={groupByReport(problems)} reportName={props.reportName} onOpen={props.onOpen} />
      )}
      {found.found > problems.length && <p>{t('careProblemsFirst', formatNumber(problems.length))}</p>}
      {problems.length > 0 && (
        <LedgerRepair
          countsDiffer={problems.some(isCount)}
          onRecount={props.onRecount}
          onBeginLedger={props.onBeginLedger}
        />
      )}
    </>
  );
}

function isCount({ kind }: FoundProblem): boolean {
  return kind === 'count';
}
