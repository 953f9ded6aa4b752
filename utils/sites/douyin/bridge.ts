import { reactProps } from '../components';
import type { SiteBridge, StatePost } from '../define-site';
import { isRecord, recordOf } from '../unknown';
import { readWork } from './read-data';
import { workIdOf } from './work-element';

/** Props that hold a work; cards of searches wrap it once more in `itemInfo`. */
const HOLDERS = ['awemeInfo', 'aweme', 'itemInfo', 'videoInfo', 'item', 'data'];

/** Reads the work behind a slide, a detail page or a card (facts: sites.md section 2.1, React's `awemeInfo`). */
export const bridge: SiteBridge = {
  ofElement: (element) => {
    const id = workIdOf(element);
    for (const props of reactProps(element)) {
      const work = HOLDERS.map((name) => workIn(props[name])).find(
        (found) => found && (id === undefined || found.id === id),
      );
      if (work) return work;
    }
    return undefined;
  },
};

function workIn(holder: unknown): StatePost | undefined {
  if (!isRecord(holder)) return undefined;
  const found = readWork(holder) ?? readWork(recordOf(holder.awemeInfo ?? holder.aweme));
  return found?.kind === 'video' ? { kind: found.kind, id: found.id, fields: found.fields } : undefined;
}
