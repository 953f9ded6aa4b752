import { han, others } from 'virtual:qingjian/fold';
import { decodePairs, decodeRuns } from './decode';
import { plainUnits } from './plain-units';
import { EXPANDS, type FoldTable } from './table';

/** What half a surrogate pair reads as, lest halves make a pair once what stood between them has vanished. */
export const REPLACEMENT = 0xfffd;

interface Readings extends FoldTable {
  /**
   * Units that folded text shows as the several units of their compatibility form. The matcher reads them as
   * themselves.
   */
  readonly expanding: ReadonlySet<number>;
}

let loaded: Readings | undefined;

/** What characters read as, for the matcher; decoded on the first call in some milliseconds, then kept. */
export function loadFoldTable(): FoldTable {
  return loadReadings();
}

export function loadReadings(): Readings {
  loaded ??= decode();
  return loaded;
}

function decode(): Readings {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  const astral = new Map<number, number>();
  const expanding = new Set<number>();
  const set = (code: number, reading: number): void => {
    if (reading === EXPANDS) expanding.add(code);
    else if (code > 0xffff) astral.set(code, reading);
    else units[code] = reading;
  };
  decodePairs(han, set);
  decodeRuns(others, set);
  for (const [unit, plain] of plainUnits()) {
    units[unit] = units[plain]!;
    if (expanding.has(plain)) expanding.add(unit);
  }
  units.fill(REPLACEMENT, 0xd800, 0xe000);
  return { units, astral, expanding };
}
