import { type MechanismCases, said } from '../../../../../support/media/said';

const SETTINGS =
  'a duck\nNegative prompt: rain\nSteps: 15, Sampler: UniPC, CFG scale: 5, Seed: 235, Size: 512x400';
const hit = { strength: 'B2', kind: 'ai' } as const;

export const cases: MechanismCases = {
  hits: [
    ['a PNG text', [said('png-text', 'parameters', SETTINGS)], hit],
    ['a UserComment', [said('exif', 'UserComment', SETTINGS)], hit],
    [
      'lines that end with a carriage return',
      [said('png-text', 'parameters', SETTINGS.replaceAll('\n', '\r\n'))],
      hit,
    ],
    [
      'another order',
      [said('exif', 'UserComment', 'x\nSteps: 20, Size: 8x8, Sampler: Euler a, Seed: 8, App: SD.Next')],
      { ...hit, producer: 'SD.Next' },
    ],
    [
      'Forge',
      [said('png-text', 'parameters', `${SETTINGS}, Version: f2.0.1v1.10`)],
      { ...hit, producer: 'Forge' },
    ],
    [
      'the web UI',
      [said('png-text', 'parameters', `${SETTINGS}, Version: v1.10.1`)],
      { ...hit, producer: 'Stable Diffusion web UI' },
    ],
    [
      'Fooocus',
      [said('png-text', 'parameters', `${SETTINGS}, Version: Fooocus v2.5`)],
      { ...hit, producer: 'Fooocus' },
    ],
    [
      'without a prompt',
      [said('png-text', 'parameters', 'Steps: 1, Sampler: DDIM, CFG scale: 1.5, Seed: -1')],
      hit,
    ],
  ],
  misses: [
    ['two settings', [said('png-text', 'parameters', 'Steps: 15, Seed: 3')]],
    [
      'a plan for running',
      [said('png-text', 'Comment', 'Steps: 8000 a day\nSeed: sunflower\nScale: kitchen')],
    ],
    [
      'prose',
      [said('exif', 'UserComment', 'We set Steps: 20 and the Sampler: Euler with CFG scale: 7 and Seed: 1')],
    ],
    [
      'settings of a camera',
      [said('exif', 'UserComment', 'ISO: 100, Shutter: 1/50, Aperture: 2.8, Focal: 35')],
    ],
    ['a paper that shows them', [said('pdf-info', 'Subject', SETTINGS)]],
  ],
};
