import { defineMechanism } from '../evidence';
import { named } from '../statements';

/** The credit line that Google writes beside its watermark, in IPTC or XMP. */
export const mechanism = defineMechanism({
  id: 'google-credit',
  judge: (carriers) =>
    named(carriers, 'credit').flatMap(({ value, place }) => {
      const verb = /^\s{0,8}(made|edited) with google ai\b/i.exec(value)?.[1]?.toLowerCase();
      if (!verb) return [];
      const step =
        verb === 'made'
          ? ({ strength: 'B2', kind: 'ai' } as const)
          : ({ strength: 'B3', kind: 'ai-edited' } as const);
      return [{ mechanism: 'google-credit', ...step, producer: 'Google AI', place }];
    }),
});
