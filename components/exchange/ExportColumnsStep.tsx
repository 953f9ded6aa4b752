import { useId } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import { ExchangeChoice } from './ExchangeChoice';
import { type ColumnOffer, ExportColumnChooser } from './ExportColumnChooser';

export const COLUMN_CHOICES = ['default', '12377', 'all', 'own'] as const;
export type ColumnChoice = (typeof COLUMN_CHOICES)[number];

export interface ExportColumnsStepProps {
  value: ColumnChoice;
  columns: readonly ColumnOffer[];
  /** How many columns each choice has. */
  counts: Readonly<Record<ColumnChoice, number>>;
  /** The reader's own, in the order of the file. */
  own: readonly string[];
  onChange: (choice: ColumnChoice) => void;
  onOwn: (columns: readonly string[]) => void;
  onReset: () => void;
}

/** The columns of a table: a named set of them, or one's own choice and order. */
export function ExportColumnsStep(props: ExportColumnsStepProps) {
  const { value, columns, counts, own, onChange, onOwn, onReset } = props;
  const name = useId();
  const words: Record<ColumnChoice, string> = {
    default: t('exportColumnsDefault', formatNumber(counts.default)),
    12377: t('exportColumns12377', formatNumber(counts['12377'])),
    all: t('exportColumnsAll', formatNumber(counts.all)),
    own: t('exportColumnsOwn', formatNumber(counts.own)),
  };
  const hints: Record<ColumnChoice, string> = {
    default: t('exportColumnsDefaultHint'),
    12377: t('exportColumns12377Hint'),
    all: t('exportColumnsAllHint'),
    own: t('exportColumnsOwnHint'),
  };
  return (
    <fieldset>
      <legend>{t('exportColumns')}</legend>
      {COLUMN_CHOICES.map((choice) => (
        <ExchangeChoice
          key={choice}
          type="radio"
          name={name}
          checked={choice === value}
          hint={hints[choice]}
          onChange={() => onChange(choice)}
        >
          {words[choice]}
        </ExchangeChoice>
      ))}
      {value === 'own' && (
        <ExportColumnChooser columns={columns} chosen={own} onChosen={onOwn} onReset={onReset} />
      )}
    </fieldset>
  );
}
