import type { MediaEvidence } from '../../../model/media-check';
import { defineMechanism } from '../evidence';
import { named } from '../statements';

/** Last part of the address, in lower case; `algorithmicmedia` is not generative and stays out. */
const TYPES: Record<string, Pick<MediaEvidence, 'strength' | 'kind'>> = {
  trainedalgorithmicmedia: { strength: 'B2', kind: 'ai' },
  trainedalgorithmicdata: { strength: 'B2', kind: 'ai' },
  compositewithtrainedalgorithmicmedia: { strength: 'B3', kind: 'ai-edited' },
};

/** The IPTC's word for how a work came about: an address or its last part alone. */
export const mechanism = defineMechanism({
  id: 'iptc-source-type',
  judge: (carriers) =>
    named(carriers, 'digitalsourcetype', 'digitalsourcefiletype').flatMap(({ value, place }) => {
      const type = value.length <= 200 ? /(?:^|[/:#])([a-z]+)\/?$/i.exec(value.trim())?.[1] : undefined;
      const meaning = type && Object.hasOwn(TYPES, type.toLowerCase()) && TYPES[type.toLowerCase()];
      return meaning ? [{ mechanism: 'iptc-source-type', ...meaning, place }] : [];
    }),
});
