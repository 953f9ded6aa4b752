import type { MediaTrouble } from '../../model/media-check';
import type { MediaFindings } from './order';

/** Why the bytes of a file did not come; what a source rejects with. */
export class SourceTrouble extends Error {
  override name = 'SourceTrouble';

  constructor(readonly trouble: MediaTrouble) {
    super(`The file cannot be read: ${trouble}`);
  }
}

/** What is found out about a file of which nothing could be read. */
export function unread(trouble: MediaTrouble, via: MediaFindings['via'] = 'page'): MediaFindings {
  return { verdict: 'unreadable', evidence: [], trouble, via };
}
