import type { Reviewer } from '../../model/account';
import type { Localized } from '../../model/localized';
import type { Report } from '../../model/report';

/** What the packs say of a category, for the forms of offices and sites. */
export interface CategoryGuide {
  /** 1 a missing label … 4 danger to people or organised crime. */
  severity: number;
  /** The category of 12377 that is suggested; Chinese. */
  c12377: string;
  /** The reason that a site's own form names, by site; Chinese. */
  sites: Readonly<Record<string, string>>;
  /** Who may report; Chinese. */
  standing: string;
}

/** What the columns need beside the report; names come from packs and sites, which this folder does not know. */
export interface ColumnContext {
  now: Date;
  /** Who exports. */
  reviewer: Reviewer;
  /** Chinese name of a category, also of one that no pack holds any more (then its id). */
  categoryName: (id: string) => string;
  siteName: (id: string) => string;
  /** `undefined` for a category that nobody reports under, or that no pack holds. */
  guide: (category: string) => CategoryGuide | undefined;
  /** A neutral Chinese text of at most so many characters on what was seen. */
  description: (report: Report, limit: number) => string;
  /** Minutes by which the exporter's clock is ahead of UTC at a time. */
  offset: (at: number) => number;
  /** Number of stored screenshots by report id. */
  screenshots: ReadonlyMap<string, number>;
  /** SHA-256 of the stored screenshots by report id; empty unless the column is asked for. */
  hashes: ReadonlyMap<string, readonly string[]>;
}

export const COLUMN_TYPES = ['text', 'integer', 'datetime', 'enum', 'url', 'list'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

export interface Column {
  id: string;
  type: ColumnType;
  label: Localized;
  description: Localized;
  /**
   * `report`: import gives it back, so that another export says the same. `export`: tells of the export, of packs or
   * sites, or of what a table can tell but not hold.
   */
  from: 'report' | 'export';
  value: (report: Report, context: ColumnContext) => string | number;
}

/** Label and description in one language. */
type Words = readonly [label: string, description: string];

/** A column that is read back; its words in Chinese and English. */
export function column(
  id: string,
  type: ColumnType,
  [chinese, english]: readonly [Words, Words],
  value: Column['value'],
): Column {
  return {
    id,
    type,
    label: { zh_CN: chinese[0], en: english[0] },
    description: { zh_CN: chinese[1], en: english[1] },
    from: 'report',
    value,
  };
}

/** A column that import passes over. */
export function toldColumn(...parts: Parameters<typeof column>): Column {
  return { ...column(...parts), from: 'export' };
}

export function iso(time: number | undefined): string {
  return time === undefined ? '' : new Date(time).toISOString();
}

export function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
