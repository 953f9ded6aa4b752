import { type MechanismCases, said } from '../../../../../support/media/said';

/** As long as a code, without a credit code in it. */
const CODE = '001100000000SOMEVIVIDO10000';
const LABEL = {
  Label: '1',
  ContentProducer: '001191330000MA27XYT12L10000',
  ProduceID: '/home/someone/private/chat-7',
  ReservedCode1: '',
  ContentPropagator: '',
  PropagateID: '',
  ReservedCode2: '',
};
const DECODED = '91330000MA27XYT12L';
const sure = { strength: 'B1', kind: 'ai', producer: DECODED } as const;
const open = { strength: 'B3', kind: 'ai', producer: DECODED } as const;

export const cases: MechanismCases = {
  hits: [
    ['the XMP property', [said('xmp', 'TC260:AIGC', LABEL)], sure],
    ['bare JSON in a PNG text', [said('png-text', 'AIGC', LABEL)], sure],
    ['wrapped JSON', [said('png-text', 'AIGC', { AIGC: LABEL })], sure],
    ['wrapped JSON in a UserComment', [said('exif', 'UserComment', { AIGC: LABEL })], sure],
    [
      'wrapped JSON as a JSON string',
      [said('exif', 'UserComment', JSON.stringify(JSON.stringify({ AIGC: LABEL })))],
      sure,
    ],
    ['JSON in a field of JSON', [said('exif', 'UserComment', { AIGC: JSON.stringify(LABEL) })], sure],
    ['the name glued to its JSON', [said('jpeg-segment', 'APP0', `AIGC${JSON.stringify(LABEL)}`)], sure],
    [
      'text before the wrapped JSON',
      [said('exif', 'UserComment', `x:1 {"AIGC":${JSON.stringify(LABEL)}} y`)],
      sure,
    ],
    [
      'the second of two objects of that name',
      [said('exif', 'UserComment', `{"AIGC":{"Team":"a"}} AIGC${JSON.stringify(LABEL)}`)],
      sure,
    ],
    ['a keyless QuickTime value', [said('quicktime-key', '', LABEL)], sure],
    ['a key with a prefix', [said('quicktime-key', 'com.example.AIGC', LABEL)], sure],
    ['a Matroska tag', [said('matroska-tag', 'AIGC', LABEL)], sure],
    ['a RIFF chunk', [said('riff-chunk', 'AIGC', LABEL)], sure],
    ['a paper', [said('pdf-info', 'AIGC', LABEL)], sure],
    ['a document', [said('ooxml-property', 'AIGC', LABEL)], sure],
    [
      'lines of front matter',
      [said('front-matter', 'AIGC', `Label: "1"\nContentProducer: ${LABEL.ContentProducer}`)],
      sure,
    ],
    [
      'AIGC in place of 1',
      [said('front-matter', 'AIGC', 'Label: AIGC\nContentProducer: minimax')],
      { strength: 'B1', producer: 'minimax' },
    ],
    [
      'names that begin small',
      [said('png-text', 'AIGC', { label: '1', contentProducer: 'picwish', produceId: 'x' })],
      { strength: 'B1', producer: 'picwish' },
    ],
    ['a number for a label', [said('png-text', 'AIGC', { ...LABEL, Label: 1 })], sure],
    ['JSON that was cut off', [said('xmp', 'TC260:AIGC', JSON.stringify(LABEL).slice(0, 70))], sure],
    ['may be generated', [said('xmp', 'TC260:AIGC', { ...LABEL, Label: '2' })], open],
    ['suspected to be generated', [said('xmp', 'TC260:AIGC', { ...LABEL, Label: '3' })], open],
    ['a label of its own invention', [said('xmp', 'TC260:AIGC', { ...LABEL, Label: '生成' })], open],
    [
      'a producer without a label',
      [said('png-text', 'AIGC', { ContentProducer: 'someone' })],
      { strength: 'B3', producer: 'someone' },
    ],
    [
      'the schema of a cloud',
      [
        said('exif', 'ImageDescription', {
          ServiceProvider: '某云',
          ServiceUser: '1',
          Time: '2026',
          ContentId: 'x',
        }),
      ],
      { strength: 'B3', producer: '某云' },
    ],
    [
      'a propagator where no producer is named',
      [said('xmp', 'TC260:AIGC', { Label: '1', ContentProducer: '', ContentPropagator: 'site' })],
      { strength: 'B1', producer: 'site' },
    ],
    [
      'a code that is none stays as it is',
      [said('xmp', 'TC260:AIGC', { ...LABEL, ContentProducer: CODE })],
      { strength: 'B1', producer: CODE },
    ],
    ['bare JSON under another name', [said('exif', 'UserComment', LABEL)], sure],
  ],
  misses: [
    ['the name of a team', [said('png-text', 'AIGC', 'team name')]],
    [
      'prose about labels',
      [said('png-text', 'Comment', 'An article about AIGC and ContentProducer roles, Label: 1')],
    ],
    ['JSON of somebody else', [said('png-text', 'AIGC', { team: 'AIGC', members: 3 })]],
    ['wrapped JSON of somebody else', [said('exif', 'UserComment', { AIGC: { score: 1 } })]],
    ['a label that denies', [said('xmp', 'TC260:AIGC', { ...LABEL, Label: '0' })]],
    ['an empty record', [said('xmp', 'TC260:AIGC', { Label: '', ContentProducer: '' })]],
    ['a label of something else', [said('exif', 'UserComment', { Label: '1', Name: 'Prints' })]],
    ['half of the schema of a cloud', [said('exif', 'ImageDescription', { ServiceProvider: 'Local Shop' })]],
    ['the private word of a platform', [said('quicktime-key', 'AigcInfo', { aigc_label_type: 0 })]],
    ['a whole label in the subject of a paper', [said('pdf-info', 'Subject', LABEL)]],
    ['an array', [said('png-text', 'AIGC', [1, 2, 3])]],
  ],
};
