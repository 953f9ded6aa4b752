import type { CountName } from '../model/post';
import { parseCount } from './counts';
import { numericIdOf, textOf } from './unknown';

/** What a site's data hold under one of several names: of a field's spellings the first that says something is taken. */

type Data = Readonly<Record<string, unknown>>;

export type CountFields = Readonly<Partial<Record<CountName, readonly string[]>>>;

export function firstText(item: Data, keys: readonly string[]): string | undefined {
  return keys.map((key) => textOf(item[key])).find(Boolean);
}

export function firstId(item: Data, keys: readonly string[]): string | undefined {
  return keys.map((key) => numericIdOf(item[key])).find(Boolean);
}

/** Those of the names that the item has, as `LabelFields` (define-site.ts) names fields. */
export function namesIn(item: Data, names: readonly string[]): string {
  return names.filter((name) => name in item).join(' · ');
}

/** An item goes before the next, whichever of the names it uses. */
export function countsIn(names: CountFields, ...items: readonly Data[]): Partial<Record<CountName, number>> {
  const counts: Partial<Record<CountName, number>> = {};
  for (const [name, keys] of Object.entries(names)) {
    const values = items.flatMap((item) => keys.map((key) => parseCount(item[key])));
    const count = values.find((value) => value !== undefined);
    if (count !== undefined) counts[name as CountName] = count;
  }
  return counts;
}
