import type { PostKey } from '../model/post';
import type { Dismissal } from '../model/report';
import type { Writing } from './writing';

/**
 * Dismisses posts, or takes their dismissals back.
 *
 * @param postKeys each once
 * @param dismissals what shall hold; a post that is not in it is not dismissed
 */
export async function decideAll(
  writing: Writing,
  postKeys: PostKey[],
  dismissals: ReadonlyMap<PostKey, Dismissal>,
): Promise<void> {
  const before = await writing.tables.dismissals.bulkGet(postKeys);
  await writing.decide(
    before.flatMap((row) => row ?? []),
    [...dismissals.values()],
  );
}
