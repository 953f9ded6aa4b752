import { useState } from 'preact/hooks';
import { localized, t } from '../utils/i18n';
import { CategoryChoices } from './CategoryChoices';
import type { CategoryOption } from './CategoryPicker';
import type { AnswerSheet } from './CheckList';
import { type Guidance, GuidanceView } from './GuidanceView';
import { KeyHint } from './KeyHint';

export interface CardCategoriesProps {
  /** Categories to choose with one key, in the order of their numbers. */
  listed: readonly string[];
  chosen: readonly string[];
  /** Explained by a finding already. */
  explained: readonly string[];
  options: readonly CategoryOption[];
  nameOf: (id: string) => string;
  sheet: AnswerSheet;
  /** What a category asks of a person who chose it; null when there is nothing to ask. */
  lookUp: (category: string) => Promise<Guidance | null>;
  onChange: (chosen: string[]) => void;
  onProblem: (error: unknown) => void;
}

/** The categories that a report is filed under: those of the findings by number, all others in a list to search. */
export function CardCategories(props: CardCategoriesProps) {
  const { listed, chosen, explained, options, nameOf, sheet, lookUp, onChange, onProblem } = props;
  const [known, setKnown] = useState<Record<string, Guidance>>({});
  const change = (ids: string[]) => {
    onChange(ids);
    for (const id of ids.filter((each) => !chosen.includes(each) && !known[each])) {
      if (explained.includes(id)) continue;
      lookUp(id).then(
        (guidance) => guidance && setKnown((before) => ({ ...before, [id]: guidance })),
        onProblem,
      );
    }
  };
  return (
    <section class="card-categories">
      <h3>{t('cardCategories')}</h3>
      {chosen.length === 0 && <p class="term">{t(listed.length > 0 ? 'categoryNone' : 'cardNoCategory')}</p>}
      {listed.map((id, i) => (
        <label key={id} class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            {...(i < 9 && { 'aria-keyshortcuts': String(i + 1) })}
            onChange={() => change(toggled(chosen, id))}
          />
          <span>{nameOf(id)}</span>
          {i < 9 && <KeyHint of={String(i + 1)} />}
        </label>
      ))}
      <div class="category-picker">
        <details open={explained.length === 0}>
          <summary>{t('categoriesChange')}</summary>
          <CategoryChoices options={options} chosen={chosen} onChange={change} />
        </details>
        {chosen.map((id) => {
          const guidance = known[id];
          return (
            guidance && (
              <GuidanceView key={id} name={nameOf(id)} guidance={guidance} asked={{ category: id, sheet }} />
            )
          );
        })}
      </div>
    </section>
  );
}

export function toggled(chosen: readonly string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
}

/** A category's name in the reader's language, from its findings or from all that can be chosen. */
export function categoryNames(
  findings: readonly { category: string; categoryName: CategoryOption['name'] }[],
  options: readonly CategoryOption[],
): (id: string) => string {
  return (id) => {
    const name =
      findings.find(({ category }) => category === id)?.categoryName ??
      options.find((option) => option.id === id)?.name;
    return (name && localized(name)) || id;
  };
}
