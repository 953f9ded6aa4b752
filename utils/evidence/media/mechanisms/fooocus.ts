import { defineMechanism } from '../evidence';
import { countKeys, inMedia, jsonText, plainName, saysKey } from '../statements';

/** What its record holds beside the name of the base model. */
const FIELDS = [
  'adm_guidance',
  'full_prompt',
  'full_negative_prompt',
  'guidance_scale',
  'sharpness',
  'sampler',
  'seed',
];

/** Fooocus and the programs grown from it write one JSON object, as `parameters` or UserComment. */
export const mechanism = defineMechanism({
  id: 'fooocus',
  judge: (carriers) =>
    inMedia(carriers).flatMap((statement) => {
      const text = jsonText(statement);
      if (!text || plainName(statement.key).startsWith('invokeai') || saysKey(text, 'invokeai_metadata'))
        return [];
      const isOffspring = /"software": {0,4}"RuinedFooocus"/.test(text);
      if (!isOffspring && !(saysKey(text, 'base_model') && countKeys(text, FIELDS) >= 3)) return [];
      const producer = isOffspring ? 'RuinedFooocus' : 'Fooocus';
      return [{ mechanism: 'fooocus', strength: 'B2', kind: 'ai', producer, place: statement.place }];
    }),
});
