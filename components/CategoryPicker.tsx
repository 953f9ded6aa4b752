import { useRef } from 'preact/hooks';
import { localized, t } from '../utils/i18n';
import type { Localized } from '../utils/model/localized';
import { CategoryChoices } from './CategoryChoices';
import { type Guidance, GuidanceView } from './GuidanceView';

/** A category that a report can be filed under. */
export interface CategoryOption {
  /** `year-campaign/name`. */
  id: string;
  name: Localized;
  campaign: Localized;
}

export interface CategoryPickerProps {
  options: readonly CategoryOption[];
  chosen: readonly string[];
  /** Unfolded from the start, where choosing is what comes next. */
  open?: boolean;
  /** What is shown under the picker for a chosen category; nothing for one that is explained elsewhere. */
  guidanceOf: (id: string) => Guidance | undefined;
  onChange: (chosen: string[]) => void;
}

/** The chosen categories, each removable; the long list to choose from folds away. */
export function CategoryPicker({ options, chosen, open = false, guidanceOf, onChange }: CategoryPickerProps) {
  const summary = useRef<HTMLElement>(null);
  const nameOf = (id: string) => {
    const option = options.find((each) => each.id === id);
    return option ? localized(option.name) : id;
  };
  const remove = (id: string) => {
    onChange(chosen.filter((each) => each !== id));
    // The button that was pressed is gone.
    summary.current?.focus();
  };
  return (
    <div class="category-picker">
      {chosen.length > 0 && (
        <ul class="chips">
          {chosen.map((id) => (
            <li key={id}>
              <button type="button" aria-label={t('categoryRemove', nameOf(id))} onClick={() => remove(id)}>
                {nameOf(id)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <details open={open}>
        <summary ref={summary}>{t('categoriesChange')}</summary>
        <CategoryChoices options={options} chosen={chosen} onChange={onChange} />
      </details>
      {chosen.map((id) => {
        const guidance = guidanceOf(id);
        return guidance && <GuidanceView key={id} name={nameOf(id)} guidance={guidance} />;
      })}
    </div>
  );
}
