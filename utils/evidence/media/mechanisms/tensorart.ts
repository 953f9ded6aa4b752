import { defineMechanism } from '../evidence';
import { countKeys, inMedia, jsonText, plainName, saysKey } from '../statements';

const FIELDS = [
  'baseModel',
  'models',
  'samplerName',
  'sampler',
  'cfgScale',
  'steps',
  'seed',
  'negativePrompt',
];

export const mechanism = defineMechanism({
  id: 'tensorart',
  judge: (carriers) =>
    inMedia(carriers).flatMap((statement) => {
      const text = jsonText(statement);
      if (!text || !(plainName(statement.key) === 'generationdata' || saysKey(text, 'generation_data')))
        return [];
      return saysKey(text, 'prompt') && countKeys(text, FIELDS) >= 2
        ? [
            {
              mechanism: 'tensorart',
              strength: 'B2',
              kind: 'ai',
              producer: 'Tensor.Art',
              place: statement.place,
            },
          ]
        : [];
    }),
});
