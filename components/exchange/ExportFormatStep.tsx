import { useId } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { ExchangeChoice } from './ExchangeChoice';

/** What the reader must know of a format to choose it. */
export interface FormatOffer {
  id: string;
  holds: { everything: boolean; columns: boolean; pictures: boolean };
}

export interface ExportFormatStepProps {
  value: string;
  formats: readonly FormatOffer[];
  onChange: (format: string) => void;
}

export function ExportFormatStep({ value, formats, onChange }: ExportFormatStepProps) {
  const name = useId();
  return (
    <fieldset>
      <legend>{t('exportFormat')}</legend>
      {formats.map(({ id, holds }) => (
        <ExchangeChoice
          key={id}
          type="radio"
          name={name}
          checked={id === value}
          hint={goodFor(holds)}
          onChange={() => onChange(id)}
        >
          {id.toUpperCase()}
        </ExchangeChoice>
      ))}
    </fieldset>
  );
}

function goodFor({ everything, columns, pictures }: FormatOffer['holds']): string {
  if (everything && columns) return t('exportFormatBoth');
  if (everything) return pictures ? t('exportFormatEverything') : t('exportFormatNoPictures');
  return t('exportFormatTable');
}
