import type { ImportPreview } from '@/utils/exchange/import-plan';

/**
 * What a preview leads to: nothing of the file could be read; everything in it is here already; the reader has to say
 * whose it is; or it can be imported.
 */
export type Offer = 'nothing-read' | 'nothing-new' | 'name-first' | 'import';

export function offerOf({ counts, whose }: ImportPreview): Offer {
  const told = counts.new + counts.added + counts.differs;
  const dismissals = whose.mine ? counts.dismissals : 0;
  if (told + counts.same + counts.damaged + counts.dismissals === 0) return 'nothing-read';
  if (whose.nameless > 0 && !whose.mine && !whose.sender) return 'name-first';
  return told + dismissals > 0 ? 'import' : 'nothing-new';
}
