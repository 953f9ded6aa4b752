import { type MechanismCases, said } from '../../../../../support/media/said';

const META = { generation_mode: 'sdxl_txt2img', positive_prompt: 'a duck', seed: 3, cfg_scale: 8, steps: 35 };
const hit = { strength: 'B2', kind: 'ai', producer: 'InvokeAI' } as const;

export const cases: MechanismCases = {
  hits: [
    ['its newer record', [said('png-text', 'invokeai_metadata', META)], hit],
    ['its newer record in a comment', [said('exif', 'UserComment', { invokeai_metadata: META })], hit],
    [
      'its second record',
      [
        said('png-text', 'sd-metadata', {
          model_weights: 'x',
          app_id: 'invoke-ai/InvokeAI',
          image: { prompt: [] },
        }),
      ],
      hit,
    ],
    [
      'its first record',
      [said('png-text', 'Dream', '"a duck on a pond" -s 50 -S 1234 -W 512 -H 512 -C 7.5 -A k_lms')],
      hit,
    ],
    [
      'its first record without quotes',
      [said('png-text', 'Dream', 'a duck on a pond -s50 -S1234 -W512 -H512 -C7.5 -Ak_lms')],
      hit,
    ],
  ],
  misses: [
    ['a dream in words', [said('png-text', 'Dream', 'I dreamt of -s 50 and -S 3')]],
    ['half a command', [said('png-text', 'Dream', '"ls" -s 50')]],
    ['an empty record', [said('png-text', 'invokeai_metadata', {})]],
    ['metadata of a disk', [said('png-text', 'sd-metadata', { image: 'backup.img', size: 4 })]],
    ['a name that every object has', [said('png-text', 'constructor', META)]],
  ],
};
