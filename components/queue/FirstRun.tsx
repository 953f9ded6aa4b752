import { type MessageKey, t } from '../../utils/i18n';

export interface FirstRunProps {
  /** The browser has not promised to keep what is stored. */
  atRisk: boolean;
}

const STEPS: readonly { name: MessageKey; hint: MessageKey }[] = [
  { name: 'reportsFirstOpen', hint: 'reportsFirstOpenHint' },
  { name: 'reportsFirstReport', hint: 'reportsFirstReportHint' },
  { name: 'reportsFirstDecide', hint: 'reportsFirstDecideHint' },
];

/** The queue before the first report: what this page is for, and how reports come into it. */
export function FirstRun({ atRisk }: FirstRunProps) {
  return (
    <div class="first-run">
      <h2>{t('reportsEmpty')}</h2>
      <p class="muted">{t('reportsEmptyHint')}</p>
      <ol class="first-steps">
        {STEPS.map(({ name, hint }) => (
          <li key={name}>
            <h3>{t(name)}</h3>
            <p class="muted">{t(hint)}</p>
          </li>
        ))}
      </ol>
      <p class="first-links">
        <a href="/options.html" target="_blank" rel="noreferrer">
          {t('queueEmptyOptions')}
        </a>
        <a href="/campaigns.html" target="_blank" rel="noreferrer">
          {t('queueEmptyCampaigns')}
        </a>
      </p>
      {atRisk && (
        <p class="first-risk muted">
          {t('reportsFirstRisk')} <a href="#care">{t('reportsFirstRiskLink')}</a>
        </p>
      )}
    </div>
  );
}
