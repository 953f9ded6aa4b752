import { type MechanismCases, said } from '../../../../../support/media/said';

const RECORD = {
  models: [{ label: 'x' }],
  prompt: 'a duck',
  negativePrompt: '',
  cfgScale: 7,
  steps: 25,
  seed: '1',
};

export const cases: MechanismCases = {
  hits: [
    [
      'a PNG text',
      [said('png-text', 'generation_data', RECORD)],
      { strength: 'B2', kind: 'ai', producer: 'Tensor.Art' },
    ],
    [
      'with a NUL behind',
      [said('png-text', 'generation_data', `${JSON.stringify(RECORD)}\0`)],
      { producer: 'Tensor.Art' },
    ],
    [
      'in a UserComment',
      [said('exif', 'UserComment', { generation_data: RECORD })],
      { producer: 'Tensor.Art' },
    ],
  ],
  misses: [
    ['data of a family', [said('png-text', 'generation_data', { parents: 2, prompt: 'who?' })]],
    ['another field', [said('png-text', 'data', RECORD)]],
  ],
};
