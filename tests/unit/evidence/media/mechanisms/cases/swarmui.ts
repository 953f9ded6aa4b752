import { type MechanismCases, said } from '../../../../../support/media/said';

const RECORD = { sui_image_params: { prompt: 'a duck', seed: 1, steps: 20, swarm_version: '0.9.7' } };

export const cases: MechanismCases = {
  hits: [
    [
      'a PNG text',
      [said('png-text', 'parameters', RECORD)],
      { strength: 'B2', kind: 'ai', producer: 'SwarmUI' },
    ],
    [
      'a UserComment over lines',
      [said('exif', 'UserComment', JSON.stringify(RECORD, null, 2))],
      { producer: 'SwarmUI' },
    ],
  ],
  misses: [
    ['prose', [said('png-text', 'Comment', 'Look for "sui_image_params": in the file')]],
    ['the word as a value', [said('png-text', 'parameters', { key: 'sui_image_params' })]],
  ],
};
