import { listOf, objectOf, stringOf } from './loose';
import type { ManifestStore } from './reader';

/** What the check of one record came to, by its label. */
export interface Validation {
  success: string[];
  failure: string[];
}

/** Each record has a dozen or two; a thumbnail each for many ingredients makes some hundred. */
const MOST_STATUSES = 4096;

/** The codes that the reader gives (C2PA 2.2, chapter 15), sorted by the record that they speak of. */
export class Validations {
  readonly #byLabel = new Map<string, Validation>();
  readonly #isPartial: boolean;

  /** @param isPartial thumbnails were left out of the bytes, so that their hashes cannot match */
  constructor(store: ManifestStore, active: string, isPartial: boolean) {
    this.#isPartial = isPartial;
    const results = objectOf(store.validation_results);
    this.#take(objectOf(results.activeManifest), active);
    for (const delta of listOf(results.ingredientDeltas, MOST_STATUSES).map(objectOf)) {
      // What cannot be told apart counts against the record that was checked.
      this.#take(objectOf(delta.validationDeltas), active);
    }
  }

  of(label: string): Validation {
    return this.#byLabel.get(label) ?? { success: [], failure: [] };
  }

  /** Whether any record has a code like this. */
  some(kind: keyof Validation, pattern: RegExp): boolean {
    return [...this.#byLabel.values()].some((codes) => codes[kind].some((code) => pattern.test(code)));
  }

  #take(results: Record<string, unknown>, fallback: string): void {
    for (const kind of ['success', 'failure'] as const) {
      for (const status of listOf(results[kind], MOST_STATUSES).map(objectOf)) {
        const url = stringOf(status.url) ?? '';
        if (kind === 'failure' && this.#isPartial && isLeftOut(status.code, url)) continue;
        const label = /^self#jumbf=\/c2pa\/([^/]+)/.exec(url)?.[1] ?? fallback;
        const codes = this.of(label);
        codes[kind].push(stringOf(status.code) ?? 'unknown');
        this.#byLabel.set(label, codes);
      }
    }
  }
}

function isLeftOut(code: unknown, url: string): boolean {
  return code === 'assertion.hashedURI.mismatch' && /\/c2pa\.thumbnail\.[\w.-]+$/.test(url);
}
