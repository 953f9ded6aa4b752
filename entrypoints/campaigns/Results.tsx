import { useLayoutEffect, useRef } from 'preact/hooks';
import { EmptyState } from '@/components/EmptyState';
import { localized, t } from '@/utils/i18n';
import type { CategoryEntry } from '@/utils/rules/catalogue';
import { policyWord } from './words';

export interface ResultsProps {
  found: readonly CategoryEntry[];
  onSame: () => void;
  onClear: () => void;
}

/** The found categories of all campaigns, each a way to it. */
export function Results({ found, onSame, onClear }: ResultsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // Whoever came back by a button that is gone now has no focus; whoever types keeps it.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  if (found.length === 0) {
    return (
      <EmptyState title={t('campaignsNoMatch')}>
        <p>{t('campaignsNoMatchHint')}</p>
        <button type="button" class="button" onClick={onClear}>
          {t('actionClearFilters')}
        </button>
      </EmptyState>
    );
  }
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {t('campaignsResults')}
      </h2>
      {[...Map.groupBy(found, ({ pack }) => pack)].map(([pack, entries]) => (
        <section key={pack.id} class="found-campaign">
          <h3>{t('categoryCampaign', pack.id.slice(0, 4), localized(pack.campaign))}</h3>
          <ul>
            {entries.map(({ category }) => (
              <li key={category.id}>
                <a
                  href={`#${category.id}`}
                  onClick={({ currentTarget }) => currentTarget.hash === location.hash && onSame()}
                >
                  {localized(category.name)}
                </a>
                <span class="muted" lang="zh-CN">
                  {category.phrase !== localized(category.name) && `「${category.phrase}」`}
                </span>
                <span class="tag">
                  <span class={`swatch policy-${category.policy}`} aria-hidden="true" />
                  {policyWord(category.policy)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
