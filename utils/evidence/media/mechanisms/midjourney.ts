import { defineMechanism } from '../evidence';
import { named, UUID } from '../statements';

/** Its description ends with the number of the job. */
const JOB = new RegExp(`(?:^|\\s)Job ID: ?${UUID.source}\\s{0,8}$`, 'i');

export const mechanism = defineMechanism({
  id: 'midjourney',
  judge: (carriers) =>
    named(carriers, 'description', 'imagedescription', 'captionabstract', 'caption', 'comment').flatMap(
      ({ value, place }) =>
        JOB.test(value.slice(-100))
          ? [{ mechanism: 'midjourney', strength: 'B2', kind: 'ai', producer: 'Midjourney', place }]
          : [],
    ),
});
