import { type MechanismCases, said } from '../../../../../support/media/said';

const RECORD = {
  prompt: 'a duck',
  use_stable_diffusion_model: 'sd-v1-5',
  guidance_scale: 7.5,
  num_inference_steps: 25,
};

export const cases: MechanismCases = {
  hits: [
    [
      'a PNG text for each setting',
      [said('png-text', 'use_stable_diffusion_model', 'sd-v1-5')],
      { strength: 'B2', kind: 'ai', producer: 'Easy Diffusion' },
    ],
    ['a UserComment', [said('exif', 'UserComment', RECORD)], { producer: 'Easy Diffusion' }],
  ],
  misses: [
    ['an empty setting', [said('png-text', 'use_stable_diffusion_model', ' ')]],
    ['prose', [said('png-text', 'Comment', 'set "use_stable_diffusion_model": to your model')]],
  ],
};
