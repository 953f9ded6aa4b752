import { localized, t } from '../../utils/i18n';
import type { Localized } from '../../utils/model/localized';

export interface RouteFactsProps {
  advice: readonly {
    name: Localized;
    c12377: Localized;
    standing: Localized;
    also: Localized | undefined;
  }[];
}

/** What the rule packs say of where a kind of problem belongs, and who may report it. */
export function RouteFacts({ advice }: RouteFactsProps) {
  if (advice.length === 0) return null;
  return (
    <dl class="handover-routes">
      {advice.map(({ name, c12377, standing, also }) => (
        <div key={name.zh_CN}>
          <dt>{localized(name)}</dt>
          <dd>{t('handoverRoute12377', localized(c12377))}</dd>
          <dd>{t('handoverRouteStanding', localized(standing))}</dd>
          {also && <dd>{t('handoverRouteAlso', localized(also))}</dd>}
        </div>
      ))}
    </dl>
  );
}
