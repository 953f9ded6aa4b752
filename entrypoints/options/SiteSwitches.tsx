import { Switch } from '@/components/Switch';
import { localized } from '@/utils/i18n';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { byName, hostsIn } from './site-order';

export interface SiteSwitchesProps {
  title: string;
  hint: string;
  sites: readonly SiteAdapter[];
  isOn: (site: SiteAdapter) => boolean;
  onSwitch: (site: SiteAdapter, on: boolean) => void;
}

/** One switch a site, with the hosts that it stands for. */
export function SiteSwitches({ title, hint, sites, isOn, onSwitch }: SiteSwitchesProps) {
  return (
    <section>
      <h2>{title}</h2>
      <p class="muted small">{hint}</p>
      <ul class="sites">
        {sites.toSorted(byName).map((site) => (
          <li key={site.id}>
            <Switch on={isOn(site)} onSwitch={(on) => onSwitch(site, on)}>
              {localized(site.name)}
            </Switch>
            <span class="hosts muted small">{hostsIn(site.matches).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
