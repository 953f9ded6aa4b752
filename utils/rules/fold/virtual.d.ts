/** Precomputed by scripts/lib/fold-data.ts while bundling; read by load-table.ts and sounds.ts. */
declare module 'virtual:qingjian/fold' {
  /** Traditional and variant Han characters and the simplified ones they read as (`encodePairs`). */
  export const han: readonly [gaps: string, readings: string];
  /** All other readings, also of code points above U+FFFF (`encodeRuns`). */
  export const others: readonly [gaps: string, lengths: string, readings: string];
  /** The number of the toneless syllable of each common Han character: distances for the first level, then numbers. */
  export const syllables: readonly [firstLevel: string, secondLevel: string];
  /** Signs that people put for a syllable, and its number (`encodePairs`). */
  export const spoken: readonly [gaps: string, syllables: string];
}
