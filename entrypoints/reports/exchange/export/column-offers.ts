import type { ColumnOffer } from '@/components/exchange/ExportColumnChooser';
import { columns } from '@/utils/export/columns';
import { localized } from '@/utils/i18n';

/** All columns in the reader's language. */
export function columnOffers(): ColumnOffer[] {
  return columns.map(({ id, label, description }) => ({
    id,
    label: localized(label),
    description: localized(description),
  }));
}
