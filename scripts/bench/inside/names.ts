export const FLOOR = 'floor: charCodeAt';
export const OURS = 'ours';
/** Everything reads as itself. */
export const UNFOLDED = 'ours, without folding';
/** Folds, but does not pass over fillers. */
export const FOLDED = 'ours, fillers kept';

/** Reports all occurrences. */
export const MONYONE = '@monyone/aho-corasick/fast';
export const FASTSCAN = 'fastscan';
export const MODERN = 'modern-ahocorasick/fast';
/** Leaves out terms inside others; lower-cases. */
export const MINT = 'mint-filter';
/** Reports one at each place, and none that overlap. */
export const REGEXP = 'one RegExp';

export const FAST_PEERS = [MONYONE, FASTSCAN];
export const SLOW_PEERS = [MODERN, MINT, REGEXP];
