import type { ComponentChildren } from 'preact';
import { formatNumber, localized, t } from '../utils/i18n';
import { PageFindings, type PageFindingsProps } from './PageFindings';
import { Switch } from './Switch';

export interface PagePanelProps extends PageFindingsProps {
  /** Stored reports; absent until they are counted. */
  reports: number | undefined;
  /** The reports could not be counted. */
  failed: boolean;
  onSwitch: (site: string, on: boolean) => void;
  onReports: () => void;
  onOptions: () => void;
  onCampaigns: () => void;
  /** What has just happened, above the ways out. */
  news?: ComponentChildren;
  /** Further ways out, beside the one to the reports. */
  children?: ComponentChildren;
}

/** The frame of popup and side panel: the site's switch, what its page holds, the way to the reports. */
export function PagePanel({
  reports,
  failed,
  onSwitch,
  onReports,
  onOptions,
  onCampaigns,
  news,
  children,
  ...rest
}: PagePanelProps) {
  const { page } = rest;
  const site = page.type === 'foreign' || page.type === 'opt-in' ? undefined : page.site;
  return (
    <div class="page-panel">
      <header class="page-panel-head">
        <h1>{t('extName')}</h1>
        {site && (
          <Switch on={page.type !== 'off'} onSwitch={(on) => onSwitch(site.id, on)}>
            {t('popupSiteSwitch', localized(site.name))}
          </Switch>
        )}
      </header>
      <main>
        <PageFindings {...rest} />
      </main>
      {news}
      <footer class="page-panel-foot">
        <span class="small muted">
          {failed
            ? t('errorStorage')
            : reports !== undefined && t('popupReportsCount', formatNumber(reports))}
        </span>
        <button type="button" class="button quiet" onClick={onCampaigns}>
          {t('actionOpenCampaigns')}
        </button>
        <div class="page-panel-ways">
          {children}
          <button type="button" class="button" onClick={onOptions}>
            {t('popupOptions')}
          </button>
          <button type="button" class="button primary" onClick={onReports}>
            {t('popupReports')}
          </button>
        </div>
      </footer>
    </div>
  );
}
