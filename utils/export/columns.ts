import { aboutColumns } from './columns/about';
import type { Column } from './columns/define-column';
import { formColumns } from './columns/forms';
import { mediaColumns } from './columns/media';
import { postColumns } from './columns/post';
import { seenColumns } from './columns/seen';
import { workColumns } from './columns/work';

export { SCHEMA_VERSION } from './columns/about';
export type { CategoryGuide, Column, ColumnContext } from './columns/define-column';

/** The one list of columns; docs/data-dictionary.md is written from it. */
export const columns: readonly Column[] = [
  ...aboutColumns,
  ...postColumns,
  ...seenColumns,
  ...mediaColumns,
  ...workColumns,
  ...formColumns,
];

const byId = new Map(columns.map((column) => [column.id, column]));

export function columnOf(id: string): Column | undefined {
  return byId.get(id);
}
