import { type MechanismCases, SOME_UUID, said } from '../../../../../support/media/said';

const SIGNATURE = `Signature: ${'aB3+'.repeat(80)}`;
const hit = { strength: 'B2', kind: 'ai', producer: 'xAI Grok' } as const;

export const cases: MechanismCases = {
  hits: [
    ['both in EXIF', [said('exif', 'ImageDescription', SIGNATURE), said('exif', 'Artist', SOME_UUID)], hit],
    [
      'both in PNG texts',
      [said('png-text', 'Author', SOME_UUID), said('png-text', 'Description', SIGNATURE)],
      hit,
    ],
    ['both in XMP', [said('xmp', 'dc:description', SIGNATURE), said('xmp', 'dc:creator', SOME_UUID)], hit],
    ['both in IPTC', [said('iptc', 'Caption-Abstract', SIGNATURE), said('iptc', 'By-line', SOME_UUID)], hit],
  ],
  misses: [
    ['a signature alone', [said('exif', 'ImageDescription', SIGNATURE)]],
    ['an id alone', [said('exif', 'Artist', SOME_UUID)]],
    ['a signature and a name', [said('exif', 'ImageDescription', SIGNATURE), said('exif', 'Artist', '某人')]],
    [
      'a caption and an id',
      [said('exif', 'ImageDescription', 'Signature: the mayor'), said('exif', 'Artist', SOME_UUID)],
    ],
    [
      'the two at different places',
      [said('exif', 'ImageDescription', SIGNATURE), said('xmp', 'dc:creator', SOME_UUID)],
    ],
  ],
};
