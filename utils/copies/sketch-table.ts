import { BINS, type Sketch, similarity } from './sketch';

/** Shorter texts must agree nearly whole: what differs between two uses of one template is then all that they say. */
const SHORT = { weight: 20, similarity: 0.78 };
/** Longer ones may have been reworded by a tenth, cut by a third or continued. */
const LONG = { weight: 100, similarity: 0.55 };
/** Further weight changes nothing. */
const MAX_WEIGHT = 255;
const SMALLEST = 64;

/** Distinct texts by number, each as its sketch. */
export class SketchTable {
  private bins = new Uint8Array(SMALLEST * BINS);
  private weights = new Uint8Array(SMALLEST);
  private fingerprints = new Float64Array(SMALLEST);
  private readonly free: number[] = [];
  private end = 0;

  /** One more than the highest number in use. */
  get size(): number {
    return this.end;
  }

  add({ bins, weight, fingerprint }: Sketch): number {
    const text = this.free.pop() ?? this.end++;
    if (text >= this.weights.length) this.grow();
    this.bins.set(bins, text * BINS);
    this.weights[text] = Math.min(weight, MAX_WEIGHT);
    this.fingerprints[text] = fingerprint;
    return text;
  }

  /** Its number will be given to another text. */
  remove(text: number): void {
    this.free.push(text);
  }

  /** Equal for no two texts, and in no relation to what they say. */
  fingerprint(text: number): number {
    return this.fingerprints[text]!;
  }

  bin(text: number, bin: number): number {
    return this.bins[text * BINS + bin]!;
  }

  /** Whether two texts are so similar that one is taken for a copy of the other. */
  alike(one: number, other: number): boolean {
    const weight = Math.min(this.weights[one]!, this.weights[other]!);
    return similarity(this.bins, one * BINS, this.bins, other * BINS) >= leastSimilarity(weight);
  }

  private grow(): void {
    this.bins = enlarged(this.bins, new Uint8Array(this.bins.length * 2));
    this.weights = enlarged(this.weights, new Uint8Array(this.weights.length * 2));
    this.fingerprints = enlarged(this.fingerprints, new Float64Array(this.fingerprints.length * 2));
  }
}

/** How similar two texts must be, by the weight of the shorter one. */
export function leastSimilarity(weight: number): number {
  const share = Math.min(1, Math.max(0, (weight - SHORT.weight) / (LONG.weight - SHORT.weight)));
  return SHORT.similarity + share * (LONG.similarity - SHORT.similarity);
}

function enlarged<Numbers extends Uint8Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
