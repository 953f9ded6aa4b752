import { defineMechanism } from '../evidence';
import { named, UUID } from '../statements';

const SIGNATURE = /^\s{0,8}Signature: {0,4}[A-Za-z0-9+/=]{64}/;
const ID = new RegExp(`^\\s{0,8}${UUID.source}\\s{0,8}$`, 'i');

/** xAI writes a signature as description and the picture's id as author; either alone is anybody's. */
export const mechanism = defineMechanism({
  id: 'grok',
  judge: (carriers) => {
    const authors = named(carriers, 'artist', 'author', 'creator', 'byline').filter(({ value }) =>
      ID.test(value),
    );
    return named(carriers, 'imagedescription', 'description', 'captionabstract', 'caption').flatMap(
      ({ value, place }) =>
        SIGNATURE.test(value) && authors.some((author) => author.place === place)
          ? [{ mechanism: 'grok', strength: 'B2', kind: 'ai', producer: 'xAI Grok', place }]
          : [],
    );
  },
});
