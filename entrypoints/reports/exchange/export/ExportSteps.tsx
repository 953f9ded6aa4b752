import { useMemo } from 'preact/hooks';
import { ExportColumnsStep } from '@/components/exchange/ExportColumnsStep';
import { ExportDetailsStep } from '@/components/exchange/ExportDetailsStep';
import { ExportFormatStep } from '@/components/exchange/ExportFormatStep';
import { type ExportChoice, readExportChoice } from '@/utils/exchange/export-choice';
import { columnSets } from '@/utils/export/column-sets';
import { exporters } from '@/utils/export/index';
import { columnOffers } from './column-offers';

export interface ExportStepsProps {
  choice: ExportChoice;
  onChange: (parts: Partial<ExportChoice>) => void;
}

/** How the file is to be: format, columns, encoding. */
export function ExportSteps({ choice, onChange }: ExportStepsProps) {
  const offers = useMemo(columnOffers, []);
  const format = exporters.find(({ id }) => id === choice.format);
  const counts = {
    default: columnSets.default.length,
    12377: columnSets['12377'].length,
    all: columnSets.all.length,
    own: choice.own.length,
  };
  return (
    <>
      <ExportFormatStep
        value={choice.format}
        formats={exporters}
        onChange={(id) => onChange({ format: id })}
      />
      {format?.holds.columns && (
        <ExportColumnsStep
          value={choice.columns}
          columns={offers}
          counts={counts}
          own={choice.own}
          onChange={(columns) => onChange({ columns })}
          onOwn={(own) => onChange({ own })}
          onReset={() => onChange({ own: readExportChoice(undefined).own })}
        />
      )}
      {format && <ExportDetailsStep value={choice} holds={format.holds} onChange={onChange} />}
    </>
  );
}
