import type { Health } from '../model/page';
import type { PostReading } from './post-reading';
import { readableText } from './readable-text';

/** So many posts tell whether a page's fields can be read; asking all of them would cost as much as finding them. */
const SAMPLE = 60;

/** Counts what the posts of a page have and lack, post by post, so that one more post costs no second look at the rest. */
export class HealthTally {
  #posts = 0;
  #required = 0;
  #present = 0;
  #shown = 0;
  readonly #missing = new Map<string, number>();
  readonly #sampled = new Set<PostReading>();

  /** @param sample how many posts are asked for the fields that they must have */
  constructor(readonly sample = SAMPLE) {}

  add(reading: PostReading): void {
    this.#posts++;
    if (reading.showsAnything) this.#shown++;
    if (this.#sampled.size >= this.sample) return;
    this.#sampled.add(reading);
    this.#ask(reading, 1);
  }

  /** Takes a reading out again; it must be the very one that was added. */
  remove(reading: PostReading): void {
    this.#posts--;
    if (reading.showsAnything) this.#shown--;
    if (this.#sampled.delete(reading)) this.#ask(reading, -1);
  }

  /** @param found the readings that were added, asked for only when none of them shows anything */
  health(document: Document, found: () => Iterable<PostReading>): Omit<Health, 'labelsRead'> {
    const isLost =
      this.#posts === 0 ||
      this.#present * 2 < this.#required ||
      (this.#shown === 0 && showsElsewhere(found(), document));
    const missing = [...this.#missing].filter(([, count]) => count > 0).map(([name]) => name);
    const status = isLost ? 'layout-changed' : missing.length > 0 ? 'partial' : 'ok';
    return { status, posts: this.#posts, missing: missing.sort() };
  }

  #ask(reading: PostReading, by: 1 | -1): void {
    const { shape } = reading;
    for (const field of shape.required ?? []) {
      this.#required += by;
      const value = field === 'author' ? reading.author.name : reading[field];
      if (value) this.#present += by;
      else {
        const name = `${shape.kind}.${field}`;
        this.#missing.set(name, (this.#missing.get(name) ?? 0) + by);
      }
    }
  }
}

/**
 * The page's data name a post, its words stand on the page, and no candidate finds them. A page that shows nothing
 * until a script has run is not such a page.
 */
function showsElsewhere(found: Iterable<PostReading>, document: Document): boolean {
  const page = readableText(document.body);
  for (const { title, text } of found) {
    if ([title, text].some((words) => words && page.includes(words.slice(0, 20)))) return true;
  }
  return false;
}
