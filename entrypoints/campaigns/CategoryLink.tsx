import { localized, t } from '@/utils/i18n';
import { categoryEntry } from '@/utils/rules/catalogue';

interface CategoryLinkProps {
  id: string;
  /** Id of the campaign that is shown: the name of another one is said. */
  campaign?: string;
  onSame: () => void;
}

/** Leads to a category of this page; an id that no pack holds stays a word. */
export function CategoryLink({ id, campaign, onSame }: CategoryLinkProps) {
  const entry = categoryEntry(id);
  if (!entry) return <>{id}</>;
  const { pack, category } = entry;
  return (
    <>
      <a href={`#${id}`} onClick={({ currentTarget }) => currentTarget.hash === location.hash && onSame()}>
        {localized(category.name)}
      </a>
      {campaign && campaign !== pack.id && (
        <span class="small muted">
          {' '}
          ({t('categoryCampaign', pack.id.slice(0, 4), localized(pack.campaign))})
        </span>
      )}
    </>
  );
}

/** A text of a pack in which category ids become links with the categories' names. */
export function LinkedText({ text, onSame }: { text: string; onSame: () => void }) {
  return (
    <>
      {text
        .split(/(20\d\d-\d\/[a-z0-9-]+)/)
        .map((part, i) =>
          i % 2 === 1 ? <CategoryLink key={`${part}${i}`} id={part} onSame={onSame} /> : part,
        )}
    </>
  );
}
