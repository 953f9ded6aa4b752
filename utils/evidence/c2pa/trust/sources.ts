/** A list of certificates that signers are trusted by, shipped with the extension and renewed with its releases. */
export interface TrustList {
  id: string;
  /** Where it was taken from, at which commit. */
  source: string;
  /** Of the copy that is shipped, as ISO date. */
  taken: string;
  licence: string;
}

/**
 * The list of the C2PA conformance programme, with that for time stamps, and the older one that was used until it: most
 * files made before 2026 are signed under the older (facts: ai-labels.md section 5.4).
 */
export const TRUST_LISTS: readonly TrustList[] = [
  {
    id: 'c2pa',
    source: 'https://github.com/c2pa-org/conformance-public/tree/7dbff513b66e/trust-list',
    taken: '2026-11-21',
    licence: 'CC BY 4.0',
  },
  {
    id: 'interim',
    source: 'https://github.com/AFP-Medialab/verification-plugin/tree/2444a5d65873/public/trust',
    taken: '2026-11-21',
    licence: 'MIT',
  },
];
