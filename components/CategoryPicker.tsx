import { localized, t } from '../utils/i18n';
import type { Localized } from '../utils/model/localized';

/** A category that a report can be filed under. */
export interface CategoryOption {
  id: string;
  name: Localized;
  campaign: Localized;
}

export interface CategoryPickerProps {
  options: readonly CategoryOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Folded away: categories are changed seldom, and the list is long. */
export function CategoryPicker({ options, chosen, onChange }: CategoryPickerProps) {
  const campaigns = Map.groupBy(options, ({ campaign }) => localized(campaign));
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <details class="category-picker">
      <summary>{t('categoriesChange')}</summary>
      {[...campaigns].map(([campaign, categories]) => (
        <fieldset key={campaign}>
          <legend>{campaign}</legend>
          {categories.map(({ id, name }) => (
            <label key={id} class="choice">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              {localized(name)}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
