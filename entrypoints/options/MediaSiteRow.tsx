import { useId } from 'preact/hooks';
import { Switch } from '@/components/Switch';
import { localized, t } from '@/utils/i18n';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { mediaHostsOf } from '@/utils/sites/media-hosts';
import { hostsIn } from './site-order';

export interface MediaSiteRowProps {
  site: SiteAdapter;
  isOn: boolean;
  /** The reader lets the extension read the site itself. */
  isRead: boolean;
  /** The browser lets it ask for the site's files. */
  isAllowed: boolean;
  onTurn: (on: boolean) => void;
}

/** One site: its switch, the hosts that turning it on asks for, and what keeps it from working in full. */
export function MediaSiteRow({ site, isOn, isRead, isAllowed, onTurn }: MediaSiteRowProps) {
  const note = useId();
  const name = localized(site.name);
  const isLost = isOn && isRead && !isAllowed;
  return (
    <li>
      <Switch
        on={isOn}
        onSwitch={onTurn}
        disabled={!isRead && !isOn}
        describedBy={isRead && !isLost ? undefined : note}
      >
        {t('mediaSiteSwitch', name)}
      </Switch>
      <div class="hosts small">
        <span class="muted">{hostsIn(mediaHostsOf(site.id)).join(', ')}</span>
        {!isRead && <p id={note}>{t('mediaSiteOff')}</p>}
        {isLost && (
          <>
            <p id={note}>{t('mediaSiteLost')}</p>
            <button type="button" class="button" onClick={() => onTurn(true)}>
              {t('mediaSiteAllow', name)}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
