import type { StorePart } from '../part.ts';
import { add } from './add.ts';
import { edit } from './edit.ts';
import { file } from './file.ts';
import { open } from './open.ts';
import { paging } from './paging.ts';
import { search } from './search.ts';
import { totals } from './totals.ts';
import { verify } from './verify.ts';

/** In the order in which they run: the first one fills the database that others read. */
export const STORE_PARTS = {
  add,
  file,
  totals,
  paging,
  open,
  search,
  edit,
  verify,
} as const satisfies Record<string, StorePart>;

export type StorePartName = keyof typeof STORE_PARTS;
