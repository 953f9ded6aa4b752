import { defineMechanism } from '../evidence';
import { named, UUID } from '../statements';

const ID = new RegExp(`^\\s{0,8}(?:${UUID.source}|[0-9a-f]{16,64})\\s{0,8}$`, 'i');

/** Number of a hosted job: it says where a file was made, not by what. */
export const mechanism = defineMechanism({
  id: 'hf-job-id',
  judge: (carriers) =>
    named(carriers, 'hfjobid').flatMap(({ value, place }) =>
      ID.test(value) ? [{ mechanism: 'hf-job-id', strength: 'C3', kind: 'ai', place }] : [],
    ),
});
