import { MutedRules } from '@/components/MutedRules';
import { Notice } from '@/components/Notice';
import { PictureChoices } from '@/components/PictureChoices';
import { Switch } from '@/components/Switch';
import { Toast } from '@/components/Toast';
import { useToast } from '@/components/use-toast';
import { localized, t } from '@/utils/i18n';
import { sites } from '@/utils/sites';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { pageDataOff, pictures, setRuleMuted, setSiteOn } from '@/utils/storage/settings';
import { KeySection } from './KeySection';
import { MediaSites } from './MediaSites';
import { ReviewerSection } from './ReviewerSection';
import { namedRule } from './rule-names';
import { SiteSwitches } from './SiteSwitches';
import { useAttempt } from './use-attempt';
import { useSettings } from './use-settings';

const OWN = sites.filter(({ optIn }) => !optIn);
const MORE = sites.filter(({ optIn }) => optIn);
const TOAST_SECONDS = 10;

export function App() {
  const { settings, askFor, giveBack } = useSettings();
  const { problem, attempt, refuse } = useAttempt();
  const toasts = useToast();

  /** The browser asks only within the click: nothing may be awaited before. */
  const switchMore = async (site: SiteAdapter, on: boolean) => {
    if (!on) return giveBack(site);
    if (!(await askFor(site))) refuse(t('optionsDenied', localized(site.name)));
  };
  const unmute = (rule: string) => {
    const undo = () => attempt(setRuleMuted(rule, true), toasts.close);
    attempt(setRuleMuted(rule, false), () => toasts.show(t('stateUnmuted'), undo));
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
          <MediaSites settings={settings} attempt={attempt} refuse={refuse} />
          <KeySection settings={settings} attempt={attempt} toasts={toasts} />
          <ReviewerSection attempt={attempt} />
          <MutedRules rules={settings.mutedRules.map(namedRule)} onTurnOn={unmute} />
          <section>
            <PictureChoices
              value={settings.pictures}
              onChange={(choice) => attempt(pictures.setValue(choice))}
            />
          </section>
          <section>
            <h2>{t('optionsReading')}</h2>
            <Switch on={!settings.pageDataOff} onSwitch={(on) => attempt(pageDataOff.setValue(!on))}>
              {t('optionsPageData')}
            </Switch>
            <p class="switch-hint muted small">{t('optionsPageDataHint')}</p>
          </section>
        </main>
      )}
      <Toast toast={toasts.toast} seconds={TOAST_SECONDS} onClose={toasts.close} />
    </div>
  );
}
