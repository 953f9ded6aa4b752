import { useState } from 'preact/hooks';
import type { Conflict } from '@/utils/exchange/import-choices';
import { formatNumber, t } from '@/utils/i18n';
import type { ComparedField } from '@/utils/merge/plan';
import { ImportField } from './ImportField';
import { fieldWord } from './import-words';

export interface ImportConflictProps {
  conflict: Conflict;
  isFirst: boolean;
  categoryName: (id: string) => string;
  onField: (field: ComparedField, take: boolean) => void;
}

/** One post: closed it tells which fields differ, open who says what of each. */
export function ImportConflict({ conflict, isFirst, categoryName, onField }: ImportConflictProps) {
  const { headline, row, fields } = conflict;
  const [open, setOpen] = useState(isFirst);
  const taken = fields.filter((each) => each.taken).length;
  return (
    <li>
      <details class="import-conflict" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="import-headline">{headline}</span>
          <span class="muted small">
            {[
              t('importProblemAtRow', formatNumber(row)),
              fields.map(({ field }) => fieldWord(field)).join(t('listSeparator')),
              ...(taken > 0 ? [t('importTaken', formatNumber(taken))] : []),
            ].join(' · ')}
          </span>
        </summary>
        {open &&
          fields.map((field) => (
            <ImportField
              key={field.field}
              difference={field}
              categoryName={categoryName}
              onTake={(take) => onField(field.field, take)}
            />
          ))}
      </details>
    </li>
  );
}
