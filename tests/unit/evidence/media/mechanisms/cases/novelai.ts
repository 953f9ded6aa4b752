import { type MechanismCases, said } from '../../../../../support/media/said';

const RECORD = { prompt: 'a duck', steps: 28, noise_schedule: 'karras', uncond_scale: 0, v4_prompt: {} };
const hit = { strength: 'B2', kind: 'ai', producer: 'NovelAI' } as const;

export const cases: MechanismCases = {
  hits: [
    ['its name', [said('png-text', 'Software', 'NovelAI')], hit],
    ['its source', [said('png-text', 'Source', 'NovelAI Diffusion V4.5 4BDE2A90')], hit],
    ['its title', [said('png-text', 'Title', 'NovelAI generated image')], hit],
    ['its comment', [said('png-text', 'Comment', RECORD)], hit],
    [
      'its record within another',
      [said('exif', 'UserComment', { Comment: JSON.stringify(RECORD), Software: 'x' })],
      hit,
    ],
  ],
  misses: [
    ['a longer name', [said('png-text', 'Software', 'NovelAirbrush 2')]],
    ['prose', [said('png-text', 'Comment', 'Not made by NovelAI')]],
    ['one of its settings', [said('png-text', 'Comment', { noise_schedule: 'nightly' })]],
  ],
};
