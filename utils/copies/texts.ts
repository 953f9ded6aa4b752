import { BandIndex, type Crowd, type Shift } from './band-index';
import { eachHolder, type Holders, withHolder, withoutHolder } from './holders';
import type { Sketch } from './sketch';
import { SketchTable } from './sketch-table';

/** The distinct texts of all reports by number, the reports that hold each, and which texts are copies of each other. */
export class Texts {
  private readonly numbers = new Map<number, number>();
  private readonly holders: (Holders | undefined)[] = [];
  private readonly sketches = new SketchTable();
  private readonly bands = new BandIndex(this.sketches);

  /** @returns the text's number, and what changed for others if no report held it before */
  add(id: string, sketch: Sketch): { text: number; shift?: Shift } {
    const known = this.numbers.get(sketch.fingerprint);
    const text = known ?? this.sketches.add(sketch);
    this.holders[text] = withHolder(this.holders[text], id);
    if (known !== undefined) return { text };
    this.numbers.set(sketch.fingerprint, text);
    return { text, shift: this.bands.add(text) };
  }

  /** @returns whether no report is left that holds it; it is to be dropped then */
  remove(id: string, text: number): boolean {
    const left = withoutHolder(this.holders[text] ?? id, id);
    this.holders[text] = left;
    return left === undefined;
  }

  /** Forgets a text that nobody holds. */
  drop(text: number): Shift {
    const shift = this.bands.remove(text);
    this.numbers.delete(this.sketches.fingerprint(text));
    this.sketches.remove(text);
    return shift;
  }

  idsOf(text: number): Iterable<string> {
    const holders = this.holders[text];
    return holders === undefined ? [] : eachHolder(holders);
  }

  isHeldOnce(text: number): boolean {
    return typeof this.holders[text] === 'string';
  }

  /** Whether a text is the one that was sketched. */
  has(text: number | undefined, { fingerprint }: Sketch): boolean {
    return text !== undefined && this.numbers.get(fingerprint) === text;
  }

  /** Texts that may be linked with one; some may come several times. */
  compared(text: number): Iterable<number> {
    return this.bands.compared(text);
  }

  alike(one: number, other: number): boolean {
    return this.sketches.alike(one, other);
  }

  /** The texts that one is linked with, those with most links first. */
  linked(text: number): number[] {
    const found = [...new Set(this.bands.compared(text))].filter((each) => this.alike(each, text));
    return found.sort((a, b) => this.sketches.fingerprint(a) - this.sketches.fingerprint(b));
  }

  /** Whether two texts are linked with each other, and not only through others. */
  areLinked(one: number, other: number): boolean {
    return this.bands.areCompared(one, other) && this.alike(one, other);
  }

  /** Whether a text that is no elder any more is still linked, through the elders, with all whom it was linked with. */
  holdsTogether(former: number, { elders, texts }: Crowd): boolean {
    const between = elders.filter((elder) => this.alike(elder, former));
    const reaches = (text: number) => between.some((elder) => elder === text || this.alike(elder, text));
    return texts.values().every((each) => each === former || reaches(each) || !this.alike(former, each));
  }
}
