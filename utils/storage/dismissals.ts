import type { PostKey } from '../model/post';
import type { Dismissal } from '../model/report';
import type { Tables } from './tables';
import { recountDismissals } from './tallies';

/**
 * Dismisses posts, or takes their dismissals back.
 *
 * @param postKeys each once
 * @param dismissals what shall hold; a post that is not in it is not dismissed
 */
export async function decideAll(
  tables: Tables,
  postKeys: PostKey[],
  dismissals: ReadonlyMap<PostKey, Dismissal>,
): Promise<void> {
  const before = await tables.dismissals.bulkGet(postKeys);
  await recountDismissals(
    tables,
    postKeys.map((key, i) => [before[i], dismissals.get(key)]),
  );
  await tables.dismissals.bulkDelete(postKeys);
  await tables.dismissals.bulkPut([...dismissals.values()]);
}
