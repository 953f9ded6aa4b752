import type { PostKey } from '../model/post';
import { decidedElsewhere } from './settings';

/** Tells open pages that decisions about these posts were changed outside them, so that they ask anew. */
export async function announceDecisions(keys: readonly PostKey[]): Promise<void> {
  if (keys.length > 0) await decidedElsewhere.setValue({ at: Date.now(), keys: [...keys] });
}
