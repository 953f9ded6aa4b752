import type { ComponentChildren } from 'preact';
import { formatNumber, localized, t } from '../utils/i18n';
import { PageFindings, type PageFindingsProps } from './PageFindings';

export interface PagePanelProps extends PageFindingsProps {
  /** Stored reports; absent until they are counted. */
  reports: number | undefined;
  /** The reports could not be counted. */
  failed: boolean;
  onSwitch: (site: string, on: boolean) => void;
  onReports: () => void;
  /** Further ways out, beside the one to the reports. */
  children?: ComponentChildren;
}

/** The frame of popup and side panel: the site's switch, what its page holds, the way to the reports. */
export function PagePanel({ reports, failed, onSwitch, onReports, children, ...rest }: PagePanelProps) {
  const { page } = rest;
  const site = page.type === 'foreign' ? undefined : page.site;
  return (
    <div class="page-panel">
      <header class="page-panel-head">
        <h1>{t('extName')}</h1>
        {site && (
          <label class="switch">
            <input
              type="checkbox"
              role="switch"
              checked={page.type !== 'off'}
              aria-checked={page.type !== 'off'}
              onChange={(event) => onSwitch(site.id, event.currentTarget.checked)}
            />
            <span>{t('popupSiteSwitch', localized(site.name))}</span>
          </label>
        )}
      </header>
      <main>
        <PageFindings {...rest} />
      </main>
      <footer class="page-panel-foot">
        <span class="small muted">
          {failed
            ? t('errorStorage')
            : reports !== undefined && t('popupReportsCount', formatNumber(reports))}
        </span>
        {children}
        <button type="button" class="button primary" onClick={onReports}>
          {t('popupReports')}
        </button>
      </footer>
    </div>
  );
}
