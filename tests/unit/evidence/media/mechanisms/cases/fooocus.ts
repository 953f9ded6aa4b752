import { type MechanismCases, said } from '../../../../../support/media/said';

const RECORD = {
  prompt: 'a duck',
  base_model: 'x',
  base_model_hash: 'y',
  adm_guidance: '(1.5, 0.8)',
  sampler: 'z',
  seed: '1',
};

export const cases: MechanismCases = {
  hits: [
    [
      'a PNG text',
      [said('png-text', 'parameters', RECORD)],
      { strength: 'B2', kind: 'ai', producer: 'Fooocus' },
    ],
    ['a UserComment', [said('exif', 'UserComment', RECORD)], { producer: 'Fooocus' }],
    [
      'its offspring',
      [said('png-text', 'parameters', { Prompt: 'a duck', software: 'RuinedFooocus' })],
      { producer: 'RuinedFooocus' },
    ],
  ],
  misses: [
    ['a shop', [said('png-text', 'parameters', { base_model: 'T-shirt', seed: 1, size: 'L' })]],
    ['a record of another program', [said('png-text', 'invokeai_metadata', { ...RECORD })]],
    ['the scheme alone', [said('png-text', 'fooocus_scheme', 'fooocus')]],
  ],
};
