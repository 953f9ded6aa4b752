import { defineMechanism } from '../evidence';
import { countKeys, inMedia, jsonText, saysKey } from '../statements';

const FIELDS = [
  'Model',
  'resolution',
  'guidance_scale',
  'num_inference_steps',
  'negative_prompt',
  'sampler',
  'seed',
];

/** Spaces of Hugging Face that run diffusers write what they were asked as one JSON object. */
export const mechanism = defineMechanism({
  id: 'hf-space',
  judge: (carriers) =>
    inMedia(carriers).flatMap((statement) => {
      const text = jsonText(statement);
      const isRecord =
        text !== undefined &&
        saysKey(text, 'prompt') &&
        (saysKey(text, 'num_inference_steps') || saysKey(text, 'guidance_scale')) &&
        !saysKey(text, 'base_model') &&
        !saysKey(text, 'use_stable_diffusion_model') &&
        countKeys(text, FIELDS) >= 4;
      return isRecord ? [{ mechanism: 'hf-space', strength: 'B2', kind: 'ai', place: statement.place }] : [];
    }),
});
