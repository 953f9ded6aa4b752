export const OURS = 'ours';
/** The same rows, prepared in advance, into the same tables and indexes with the same durability. */
export const RAW = 'raw IndexedDB';
export const DEXIE = 'Dexie bulkAdd';

/** Databases that the jobs of one run share. */
export const STOCK = 'bench-stock';
/** Reports that go into one transaction. */
export const BATCH = 2_000;
/** Units of a report's text. */
export const TEXT = 960;
