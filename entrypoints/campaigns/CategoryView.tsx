import { HelpNotice } from '@/components/HelpNotice';
import { localized, t } from '@/utils/i18n';
import type { CategoryEntry } from '@/utils/rules/catalogue';
import { CategoryFacts } from './CategoryFacts';
import { GuidanceParts } from './GuidanceParts';
import { RouteView } from './RouteView';
import { RuleList } from './RuleList';
import { SourceList } from './SourceList';
import { policyWord, seenWord } from './words';

export interface CategoryViewProps {
  entry: CategoryEntry;
  open: boolean;
  onSame: () => void;
}

/** One category: what it is and what is done with it in the line, the rest folded away. */
export function CategoryView({ entry, open, onSame }: CategoryViewProps) {
  const { category, guidance, route, rules, sources } = entry;
  const name = localized(category.name);
  return (
    <details class="category" id={category.id} open={open}>
      <summary>
        <h3>{name}</h3>
        {category.phrase !== name && (
          <span class="category-phrase muted" lang="zh-CN">
            「{category.phrase}」
          </span>
        )}
        <span class="category-tags">
          <span class="tag">
            <span class={`swatch policy-${category.policy}`} aria-hidden="true" />
            {policyWord(category.policy)}
          </span>
          {category.policy !== 'not-observable' && <span class="tag">{seenWord(category.observable)}</span>}
        </span>
      </summary>
      <div class="category-body">
        {guidance?.safeguards.help && <HelpNotice />}
        <CategoryFacts entry={entry} onSame={onSame} />
        {guidance && <GuidanceParts guidance={guidance} />}
        {route && <RouteView route={route} />}
        {guidance && guidance.policy !== 'checklist-only' && <RuleList rules={rules} />}
        <section>
          <h4>{t('sourcesTitle', sources.length)}</h4>
          <SourceList sources={sources} />
        </section>
      </div>
    </details>
  );
}
