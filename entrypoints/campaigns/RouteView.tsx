import { localized, t } from '@/utils/i18n';
import type { Route } from '@/utils/rules/catalogue';
import { sites } from '@/utils/sites';
import { Fact } from './CategoryFacts';

const siteNames = new Map(sites.map(({ id, name }) => [id, name]));

/** Under which heading to report; headings of sites are in the words of their own forms. */
export function RouteView({ route }: { route: Route }) {
  return (
    <section>
      <h4>{t('routeTitle')}</h4>
      <dl class="facts">
        <Fact name={t('routeTo12377')}>{localized(route.c12377)}</Fact>
        {Object.entries(route.sites).map(([id, heading]) => {
          const name = siteNames.get(id);
          return (
            <Fact key={id} name={name ? localized(name) : id}>
              <span lang="zh-CN">{heading}</span>
            </Fact>
          );
        })}
        <Fact name={t('routeStanding')}>{localized(route.standing)}</Fact>
        {route.also && <Fact name={t('routeAlso')}>{localized(route.also)}</Fact>}
      </dl>
    </section>
  );
}
