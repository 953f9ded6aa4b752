import type { Plugin } from 'vite';
import { FIRST_LEVEL } from '../../utils/rules/fold/common-han.ts';
import { plainUnits } from '../../utils/rules/fold/plain-units.ts';
import { encodeDistances, encodeNumbers, encodePairs, encodeRuns } from './fold-data/encode.ts';
import { buildReadings } from './fold-data/readings.ts';
import { spokenSigns, syllableNumbers } from './fold-data/syllables.ts';

const NAME = 'virtual:qingjian/fold';
/** The leading zero keeps other plugins from taking the name for a file. */
const RESOLVED = `\0${NAME}`;
let source: string | undefined;

/** Serves what characters read as, computed while bundling: doing it in the page would take a quarter of a second. */
export function foldData(): Plugin {
  return {
    name: 'qingjian:fold-data',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      source ??= foldDataSource();
      return source;
    },
  };
}

/** The virtual module; utils/rules/fold/virtual.d.ts says what is in it. */
export function foldDataSource(): string {
  // What the page finds for itself need not be told.
  const found = new Set(Array.from(plainUnits(), ([unit]) => unit));
  const han = new Map<number, number>();
  const others = new Map<number, number>();
  for (const [code, reading] of buildReadings()) {
    if (!found.has(code)) (isUnified(code) ? han : others).set(code, reading);
  }
  const syllables = syllableNumbers();
  const exports = {
    han: encodePairs(han),
    others: encodeRuns(others),
    syllables: [
      encodeDistances(syllables.slice(0, FIRST_LEVEL)),
      encodeNumbers(syllables.slice(FIRST_LEVEL)),
    ],
    spoken: encodePairs(spokenSigns()),
  };
  return Object.entries(exports)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
}

/** CJK Unified Ideographs with extension A, which hold nearly all variants and nothing else that is read. */
function isUnified(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}
