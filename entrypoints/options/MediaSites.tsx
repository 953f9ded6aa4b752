import { useEffect, useRef } from 'preact/hooks';
import { formatDay } from '@/components/charts/format';
import { Switch } from '@/components/Switch';
import { TRUST_LISTS } from '@/utils/evidence/c2pa/trust/sources';
import { localized, t } from '@/utils/i18n';
import { sites } from '@/utils/sites';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { mediaHostsOf } from '@/utils/sites/media-hosts';
import { turnMediaOff, turnMediaOn } from '@/utils/storage/media-sites';
import { MediaSiteRow } from './MediaSiteRow';
import { byName } from './site-order';
import type { Settings } from './use-settings';

interface MediaSitesProps {
  settings: Settings;
  attempt: (change: Promise<void>) => void;
  refuse: (problem: string) => void;
}

const PLACE = 'media';
/** Without hosts of their own files, there is nothing to ask for. */
const WITH_FILES = sites.filter(({ id }) => mediaHostsOf(id).length > 0);

/** On which sites the files of posts in sight are looked into, and what that asks of the browser. */
export function MediaSites({ settings, attempt, refuse }: MediaSitesProps) {
  const heading = useLinkTarget();
  const readable = WITH_FILES.filter((site) => isRead(site, settings));
  const isOn = ({ id }: SiteAdapter) => settings.media.on.includes(id);
  const areAllOn = readable.length > 0 && readable.every(isOn);

  /** The browser asks only within the click: nothing may be awaited before. */
  const turn = async (chosen: readonly SiteAdapter[], on: boolean) => {
    const ids = chosen.map(({ id }) => id);
    if (!on) return turnMediaOff(ids);
    const [one, ...more] = chosen;
    const name = one && more.length === 0 ? localized(one.name) : t('mediaSiteAll');
    if (!(await turnMediaOn(ids))) refuse(t('mediaSiteDenied', name));
  };

  return (
    <section id={PLACE}>
      <h2 ref={heading} tabIndex={-1}>
        {t('mediaSiteTitle')}
      </h2>
      <p class="muted small">{t('mediaSiteHint')}</p>
      <p class="muted small">{t('mediaSiteReads')}</p>
      <p class="muted small">{t('mediaSiteAsks')}</p>
      <p class="muted small">{t('mediaSiteTrust', trustedAsOf())}</p>
      <Switch on={areAllOn} onSwitch={(on) => attempt(turn(readable, on))}>
        {t('mediaSiteAll')}
      </Switch>
      <ul class="sites">
        {WITH_FILES.toSorted(byName).map((site) => (
          <MediaSiteRow
            key={site.id}
            site={site}
            isOn={isOn(site)}
            isRead={isRead(site, settings)}
            isAllowed={settings.media.allowed.includes(site.id)}
            onTurn={(on) => attempt(turn([site], on))}
          />
        ))}
      </ul>
    </section>
  );
}

/** The day of the oldest list. */
function trustedAsOf(): string {
  return formatDay(TRUST_LISTS.map(({ taken }) => taken).toSorted()[0]!);
}

/** Whether the reader lets the extension read a site at all. */
function isRead({ id, optIn }: SiteAdapter, { granted, sitesOff }: Settings): boolean {
  return (!optIn || granted.includes(id)) && !sitesOff.includes(id);
}

/** The heading that a link to this section leads to: browsers look for it before it is there. */
function useLinkTarget() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const arrive = () => {
      if (location.hash !== `#${PLACE}`) return;
      heading.current?.scrollIntoView();
      heading.current?.focus({ preventScroll: true });
    };
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, []);
  return heading;
}
