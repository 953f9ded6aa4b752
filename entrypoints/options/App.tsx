import { useState } from 'preact/hooks';
import { Notice } from '@/components/Notice';
import { Switch } from '@/components/Switch';
import { localized, t } from '@/utils/i18n';
import { sites } from '@/utils/sites';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { setSiteOn } from '@/utils/storage/settings';
import { SiteSwitches } from './SiteSwitches';
import { useSettings } from './use-settings';

const OWN = sites.filter(({ optIn }) => !optIn);
const MORE = sites.filter(({ optIn }) => optIn);

export function App() {
  const { settings, setPageDataOff, askFor, giveBack } = useSettings();
  const [problem, setProblem] = useState<string>();

  const attempt = (change: Promise<void>) => {
    setProblem(undefined);
    change.catch((error: unknown) => {
      setProblem(t('optionsNotSaved', error instanceof Error ? error.message : String(error)));
    });
  };
  /** The browser asks only within the click: nothing may be awaited before. */
  const switchMore = async (site: SiteAdapter, on: boolean) => {
    if (!on) return giveBack(site);
    if (!(await askFor(site))) setProblem(t('optionsDenied', localized(site.name)));
  };

  return (
    <div class="options">
      <header>
        <h1>{t('optionsTitle')}</h1>
        <p class="muted">{t('extName')}</p>
        <a href="/campaigns.html" target="_blank" rel="noreferrer">
          {t('actionOpenCampaigns')}
        </a>
      </header>
      {problem && <Notice tone="error">{problem}</Notice>}
      {settings === undefined ? (
        <p class="muted">{t('optionsLoading')}</p>
      ) : (
        <main>
          <SiteSwitches
            title={t('optionsSites')}
            hint={t('optionsSitesHint')}
            sites={OWN}
            isOn={({ id }) => !settings.sitesOff.includes(id)}
            onSwitch={(site, on) => attempt(setSiteOn(site.id, on))}
          />
          <SiteSwitches
            title={t('optionsMoreSites')}
            hint={t('optionsMoreSitesHint')}
            sites={MORE}
            isOn={({ id }) => settings.granted.includes(id) && !settings.sitesOff.includes(id)}
            onSwitch={(site, on) => attempt(switchMore(site, on))}
          />
          <section>
            <h2>{t('optionsReading')}</h2>
            <Switch on={!settings.pageDataOff} onSwitch={(on) => attempt(setPageDataOff(!on))}>
              {t('optionsPageData')}
            </Switch>
            <p class="switch-hint muted small">{t('optionsPageDataHint')}</p>
          </section>
        </main>
      )}
    </div>
  );
}
