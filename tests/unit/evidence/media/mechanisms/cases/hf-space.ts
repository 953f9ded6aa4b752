import { type MechanismCases, said } from '../../../../../support/media/said';

const RECORD = {
  prompt: 'a duck',
  negative_prompt: '',
  resolution: '832 x 1216',
  guidance_scale: 7,
  num_inference_steps: 28,
  Model: 'x',
};

export const cases: MechanismCases = {
  hits: [
    ['a PNG text', [said('png-text', 'parameters', RECORD)], { strength: 'B2', kind: 'ai' }],
    ['a UserComment', [said('exif', 'UserComment', RECORD)], { strength: 'B2', kind: 'ai' }],
  ],
  misses: [
    [
      'a display',
      [said('png-text', 'parameters', { Model: 'X27', resolution: '2560 x 1440', prompt: 'none' })],
    ],
    ['a record of Fooocus', [said('png-text', 'parameters', { ...RECORD, base_model: 'x' })]],
  ],
};
