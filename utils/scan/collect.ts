import { inDocumentOrder } from '../composed';
import type { Health, ReadingScope, ScannedPost } from '../model/page';
import { HealthTally } from '../sites/health';
import { MAX_POSTS } from '../sites/read-page';
import type { Place, ScannedFound } from './page-index';
import type { Scan } from './scan';
import { Slices } from './slices';

export interface Collected {
  posts: ScannedPost[];
  /** The page's health as all of its posts together tell it. */
  judge: (known: Scan['health'], document: Document) => Health;
}

/**
 * Makes plain data of posts, in slices. Of a page that somebody looks at, every post is asked for its labels and for
 * what it must have; while nobody looks, a sample is.
 */
export async function collect(places: Iterable<Place>, which: ReadingScope): Promise<Collected> {
  const slices = new Slices();
  const tally = new HealthTally(MAX_POSTS);
  const posts: ScannedPost[] = [];
  let labelsRead = 0;
  const wanted: ScannedFound[] = [];
  for (const { reading, found } of places) {
    await slices.breathe();
    if (!reading || !found) continue;
    tally.add(reading);
    if (reading.labels.state !== 'unknown') labelsRead++;
    if (which === 'all' || found.findings.length > 0) wanted.push(found);
  }
  for (const { post, findings } of inDocumentOrder(wanted)) {
    await slices.breathe();
    posts.push({ ...post, findings });
  }
  const judge: Collected['judge'] = (known, document) => {
    const isRead = known.status === 'ok' || known.status === 'partial';
    return { ...(isRead ? tally.health(document, () => []) : known), labelsRead };
  };
  return { posts, judge };
}
