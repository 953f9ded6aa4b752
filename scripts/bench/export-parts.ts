import type { Written } from './store/inside/export.ts';

/** What is written, and reading which it is compared with: that alone is the least that it could take. */
export const EXPORT_PARTS = {
  csv: { what: 'csv', floor: 'reports' },
  gb18030: { what: 'csv in GB 18030', floor: 'reports' },
  ndjson: { what: 'ndjson', floor: 'wholes' },
  zip: { what: 'zip', floor: 'wholes' },
} as const satisfies Record<string, { what: Written; floor: Written }>;

export type ExportPartName = keyof typeof EXPORT_PARTS;
