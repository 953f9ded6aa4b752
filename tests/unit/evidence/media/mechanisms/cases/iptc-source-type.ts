import { type MechanismCases, said } from '../../../../../support/media/said';

const address = (name: string) => `http://cv.iptc.org/newscodes/digitalsourcetype/${name}`;
const sourceType = (name: string) => [said('xmp', 'Iptc4xmpExt:DigitalSourceType', name)];

export const cases: MechanismCases = {
  hits: [
    ['trained', sourceType(address('trainedAlgorithmicMedia')), { strength: 'B2', kind: 'ai' }],
    ['trained, without its address', sourceType('trainedAlgorithmicMedia'), { strength: 'B2', kind: 'ai' }],
    [
      'trained, with a slash',
      sourceType(`${address('trainedAlgorithmicMedia')}/`),
      { strength: 'B2', kind: 'ai' },
    ],
    [
      'trained data of C2PA',
      sourceType('http://c2pa.org/digitalsourcetype/trainedAlgorithmicData'),
      { strength: 'B2', kind: 'ai' },
    ],
    [
      'under the older name',
      [said('xmp', 'x:DigitalSourceFileType', address('trainedAlgorithmicMedia'))],
      { strength: 'B2', kind: 'ai' },
    ],
    [
      'composite',
      sourceType(address('compositeWithTrainedAlgorithmicMedia')),
      { strength: 'B3', kind: 'ai-edited' },
    ],
  ],
  misses: [
    ['algorithmic, not trained', sourceType(address('algorithmicMedia'))],
    ['a camera', sourceType(address('digitalCapture'))],
    ['computational', sourceType(address('computationalCapture'))],
    ['plain composite', sourceType(address('composite'))],
    ['digital art', sourceType(address('digitalArt'))],
    ['prose in that field', sourceType('This is not trainedAlgorithmicMedia, it is a photo')],
    ['the word in another field', [said('xmp', 'dc:description', address('trainedAlgorithmicMedia'))]],
    ['a name that every object has', sourceType('constructor')],
  ],
};
