import type { ComponentChildren } from 'preact';
import { localized, t } from '@/utils/i18n';
import type { CategoryEntry } from '@/utils/rules/catalogue';
import { CategoryLink, LinkedText } from './CategoryLink';
import { policySentence, seenInWord, seenWord } from './words';

export interface CategoryFactsProps {
  entry: CategoryEntry;
  onSame: () => void;
}

/** What is done with a category and why, in whose words it is named, what belongs to it and how it can be seen. */
export function CategoryFacts({ entry: { category, pack }, onSame }: CategoryFactsProps) {
  const why = 'why' in category && localized(category.why);
  return (
    <>
      <p class="policy-sentence">
        {policySentence(category.policy)}{' '}
        {category.policy === 'same-as' && (
          <CategoryLink id={category.as} campaign={pack.id} onSame={onSame} />
        )}
        {why && (
          <span class="why">
            <LinkedText text={why} onSame={onSame} />
          </span>
        )}
      </p>
      <dl class="facts">
        {'carriedBy' in category && (
          <Fact name={t('categoryCarried')}>
            {category.carriedBy.length === 0 && t('categoryCarriedNone')}
            {category.carriedBy.map((id, i) => (
              <span key={id}>
                {i > 0 && t('listSeparator')}
                <CategoryLink id={id} campaign={pack.id} onSame={onSame} />
              </span>
            ))}
          </Fact>
        )}
        <Fact name={category.origin === 'plan' ? t('categoryPhrase') : t('categoryPhraseNotice')}>
          <span lang="zh-CN">「{category.phrase}」</span>
        </Fact>
        <Fact name={t('categoryClause')}>{localized(category.clause)}</Fact>
        <Fact name={t('categorySeen')}>
          {seenWord(category.observable)} · {category.seenIn.map(seenInWord).join(t('listSeparator'))}
        </Fact>
      </dl>
    </>
  );
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
