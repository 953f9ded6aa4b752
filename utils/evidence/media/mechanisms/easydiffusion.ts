import { defineMechanism } from '../evidence';
import { inMedia, jsonText, plainName, saysKey } from '../statements';

/** A field that no other program has. */
const FIELD = 'use_stable_diffusion_model';

/** Easy Diffusion writes each setting as a PNG text, or all of them as one JSON object. */
export const mechanism = defineMechanism({
  id: 'easydiffusion',
  judge: (carriers) =>
    inMedia(carriers).flatMap((statement) => {
      const isSetting =
        plainName(statement.key) === FIELD.replaceAll('_', '') && statement.value.trim() !== '';
      return isSetting || saysKey(jsonText(statement) ?? '', FIELD)
        ? [
            {
              mechanism: 'easydiffusion',
              strength: 'B2',
              kind: 'ai',
              producer: 'Easy Diffusion',
              place: statement.place,
            },
          ]
        : [];
    }),
});
