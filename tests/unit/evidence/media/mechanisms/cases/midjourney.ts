import { type MechanismCases, SOME_UUID, said } from '../../../../../support/media/said';

const hit = { strength: 'B2', kind: 'ai', producer: 'Midjourney' } as const;

export const cases: MechanismCases = {
  hits: [
    [
      'its description',
      [said('png-text', 'Description', `a duck --ar 4:3 --v 5.2 Job ID: ${SOME_UUID}`)],
      hit,
    ],
    ['an EXIF description', [said('exif', 'ImageDescription', `a duck Job ID: ${SOME_UUID} `)], hit],
    ['an XMP description', [said('xmp', 'dc:description', `Job ID: ${SOME_UUID}`)], hit],
  ],
  misses: [
    ['a print shop', [said('png-text', 'Description', 'Poster, Job ID: 20260123')]],
    [
      'a job within the text',
      [said('png-text', 'Description', `Job ID: ${SOME_UUID} was printed on Monday`)],
    ],
    ['another word', [said('png-text', 'Description', `PrintJob ID: ${SOME_UUID}`)]],
    ['an id alone', [said('png-text', 'Description', SOME_UUID)]],
    ['another field', [said('png-text', 'Author', `Job ID: ${SOME_UUID}`)]],
  ],
};
