import type { ManifestStore } from '@/utils/evidence/c2pa/reader';

export const IPTC = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
export const TRAINED = `${IPTC}trainedAlgorithmicMedia`;
export const COMPOSITE = `${IPTC}compositeWithTrainedAlgorithmicMedia`;

export interface Written {
  signer?: string;
  generator?: string;
  /** Name and source type of each, or the whole of it. */
  actions?: ([name: string, sourceType?: string | undefined] | Record<string, unknown>)[] | undefined;
  /** Labels of further assertions. */
  says?: string[];
  /** Label of the record that this was made from, and how. */
  from?: string;
  relationship?: string;
  ingredient?: Record<string, unknown>;
  /** Codes besides those of a good and trusted record. */
  failure?: string[];
  success?: string[];
}

const GOOD = ['claimSignature.validated', 'claimSignature.insideValidity', 'assertion.hashedURI.match'];
/** What a trusted, whole and untouched file gives. */
export const WHOLE = [...GOOD, 'signingCredential.trusted', 'assertion.dataHash.match'];
/** The same of the record alone. */
export const ALONE = {
  failure: ['assertion.dataHash.mismatch'],
  success: [...GOOD, 'signingCredential.trusted'],
};
export const UNTRUSTED = { failure: ['signingCredential.untrusted'], success: GOOD };

/** A manifest store as c2pa-rs tells it; the first record is the active one, the others are its ingredients. */
export function manifestStore(records: Record<string, Written>): ManifestStore {
  const [active = ''] = Object.keys(records);
  const results = Object.entries(records).map(([label, { success = WHOLE, failure = [] }]) => {
    const status = (code: string) => ({ code, url: `self#jumbf=/c2pa/${label}/${placeOf(code)}` });
    return { success: success.map(status), informational: [], failure: failure.map(status) };
  });
  return {
    active_manifest: active,
    manifests: Object.fromEntries(Object.entries(records).map(([label, each]) => [label, manifest(each)])),
    validation_results: {
      activeManifest: results[0],
      ingredientDeltas: results
        .slice(1)
        .map((validationDeltas) => ({ ingredientAssertionURI: 'self#jumbf=x', validationDeltas })),
    },
    validation_state: 'Trusted',
  };
}

function placeOf(code: string): string {
  if (code.startsWith('assertion.hashedURI')) return 'c2pa.assertions/c2pa.actions.v2';
  return code.startsWith('assertion') ? 'c2pa.assertions/c2pa.hash.data' : 'c2pa.signature';
}

function manifest({
  signer = 'Invented Signer',
  generator = 'Invented/1.0',
  actions = [],
  ...more
}: Written) {
  const listed = actions.map((each) =>
    Array.isArray(each) ? { action: each[0], ...(each[1] && { digitalSourceType: each[1] }) } : each,
  );
  const relationship = more.relationship ?? 'parentOf';
  const given = more.from !== undefined || more.ingredient !== undefined;
  return {
    claim_generator: generator,
    signature_info: { alg: 'Es256', issuer: signer },
    assertions: [
      { label: 'c2pa.actions.v2', data: { actions: listed } },
      ...(more.says ?? []).map((label) => ({ label, data: {} })),
    ],
    ingredients: given
      ? [{ relationship, ...(more.from && { active_manifest: more.from }), ...more.ingredient }]
      : [],
  };
}
