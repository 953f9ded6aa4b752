import { useId } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { ExchangeChoice } from './ExchangeChoice';

export const FILE_ENCODINGS = ['utf-8', 'gb18030'] as const;

/** How a file is written. */
export interface FileDetails {
  encoding: (typeof FILE_ENCODINGS)[number];
  byteOrderMark: boolean;
  mask: boolean;
}

export interface ExportDetailsStepProps {
  value: FileDetails;
  holds: { everything: boolean; columns: boolean };
  onChange: (change: Partial<FileDetails>) => void;
}

/** Only what makes a difference for the chosen format. */
export function ExportDetailsStep({ value, holds, onChange }: ExportDetailsStepProps) {
  const name = useId();
  const words = { 'utf-8': t('exportUtf8'), gb18030: t('exportGb18030') };
  const hints = { 'utf-8': t('exportUtf8Hint'), gb18030: t('exportGb18030Hint') };
  return (
    <>
      {holds.columns && (
        <fieldset>
          <legend>{t('exportEncoding')}</legend>
          {FILE_ENCODINGS.map((encoding) => (
            <ExchangeChoice
              key={encoding}
              type="radio"
              name={name}
              checked={value.encoding === encoding}
              hint={hints[encoding]}
              onChange={() => onChange({ encoding })}
            >
              {words[encoding]}
            </ExchangeChoice>
          ))}
          {value.encoding === 'utf-8' && (
            <ExchangeChoice
              type="checkbox"
              checked={value.byteOrderMark}
              hint={t('exportBomHint')}
              onChange={(byteOrderMark) => onChange({ byteOrderMark })}
            >
              {t('exportBom')}
            </ExchangeChoice>
          )}
          <p class="exchange-hint">{t('exportComma')}</p>
        </fieldset>
      )}
      <fieldset>
        <legend>{t('exportPrivate')}</legend>
        {holds.columns && <p class="small">{t('exportMaskTables')}</p>}
        {holds.everything && (
          <ExchangeChoice
            type="checkbox"
            checked={value.mask}
            hint={t('exportMaskHint')}
            onChange={(mask) => onChange({ mask })}
          >
            {t('exportMask')}
          </ExchangeChoice>
        )}
      </fieldset>
    </>
  );
}
