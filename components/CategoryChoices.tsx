import { useMemo, useRef, useState } from 'preact/hooks';
import { localized, t } from '../utils/i18n';
import { foldForSearch, searchWords } from '../utils/search';
import type { CategoryOption } from './CategoryPicker';

export interface CategoryChoicesProps {
  options: readonly CategoryOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/**
 * A filter over checkboxes in campaigns, the newest first. By keyboard: type, Enter chooses the first that fits, the
 * arrows go through the list.
 */
export function CategoryChoices({ options, chosen, onChange }: CategoryChoicesProps) {
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => fitting(options, search), [options, search]);
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter and the arrows are its own.
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      moveFocus(list.current, event.target, step);
    }
  };
  const onSearchKey = (event: KeyboardEvent) => {
    const first = shown[0];
    if (event.key !== 'Enter' || event.isComposing || !search.trim() || !first) return;
    event.preventDefault();
    if (!chosen.includes(first.id)) onChange([...chosen, first.id]);
    setSearch('');
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it moves the focus among the fields inside
    <div ref={list} class="choices" onKeyDown={onKeyDown}>
      <label class="field">
        <span class="field-name">{t('categoryFilter')}</span>
        <input
          type="search"
          placeholder={t('categoryFilterHint')}
          value={search}
          onInput={(event) => !event.isComposing && setSearch(event.currentTarget.value)}
          onCompositionEnd={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={onSearchKey}
        />
      </label>
      <p class="term" role="status">
        {search.trim() && t('categoryFound', shown.length)}
      </p>
      <div class="choice-list">
        {[...Map.groupBy(shown, ({ id }) => id.split('/', 1)[0])].map(([campaign, categories]) => (
          <fieldset key={campaign}>
            <legend>{campaignName(categories[0]!)}</legend>
            {categories.map(({ id, name }) => (
              <label key={id} class="choice">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                {localized(name)}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

/** The newest year first; every word of the search stands in a name, in the id or in the campaign's name. */
function fitting(options: readonly CategoryOption[], search: string): CategoryOption[] {
  const words = searchWords(search);
  return options
    .filter(({ id, name, campaign }) => {
      const text = foldForSearch([id, name.zh_CN, name.en, campaign.zh_CN, campaign.en].join('\n'));
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => yearOf(b).localeCompare(yearOf(a)));
}

function yearOf({ id }: CategoryOption): string {
  return id.slice(0, 4);
}

function campaignName(option: CategoryOption): string {
  return t('categoryCampaign', yearOf(option), localized(option.campaign));
}

function moveFocus(list: HTMLElement | null, from: EventTarget | null, step: number): void {
  const fields = [...(list?.querySelectorAll('input') ?? [])];
  fields[fields.indexOf(from as HTMLInputElement) + step]?.focus();
}
