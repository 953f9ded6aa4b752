import { type MechanismCases, said } from '../../../../../support/media/said';

const exported = (type: number, product = 'dreamina', exportType = 'generation') => ({
  aigc_info: { aigc_label_type: type, source_info: product },
  data: { os: 'web', product, exportType, pictureId: '0' },
  trace_info: { originItemId: '1' },
});
const medium = { strength: 'B3', kind: 'ai', producer: 'dreamina' } as const;

export const cases: MechanismCases = {
  hits: [
    ['the export of a generation', [said('exif', 'UserComment', exported(0))], medium],
    [
      'the same in a film',
      [said('quicktime-key', 'comment', { product: 'dreamina', exportType: 'generation' })],
      medium,
    ],
    [
      'the same as a string in JSON',
      [
        said('exif', 'UserComment', {
          data: JSON.stringify({ product: 'dreamina', exportType: 'generation' }),
        }),
      ],
      medium,
    ],
    [
      'a label by the author',
      [said('quicktime-key', 'AigcInfo', { aigc_label_type: 1 })],
      { strength: 'B3' },
    ],
    [
      'a label by the platform',
      [said('quicktime-key', 'AigcInfo', { aigc_label_type: 2 })],
      { strength: 'B3' },
    ],
    [
      'a label in a comment',
      [said('exif', 'ImageDescription', { aweme: { aigc_type: '1' }, product: 'aweme' })],
      { strength: 'B3' },
    ],
    [
      'a generator by name alone',
      [said('quicktime-key', 'comment', { aigc_label_type: 0, source_info: 'dreamina' })],
      { strength: 'C3', producer: 'dreamina' },
    ],
  ],
  misses: [
    ['type 0', [said('quicktime-key', 'AigcInfo', { aigc_label_type: 0 })]],
    ['an editor', [said('exif', 'UserComment', exported(0, 'retouch', 'edit'))]],
    ["an editor's generation", [said('exif', 'UserComment', exported(0, 'lv'))]],
    [
      'an editor that took a picture from a generator',
      [said('exif', 'UserComment', { ...exported(0), data: { product: 'lv', exportType: 'generation' } })],
    ],
    ['the number of a film', [said('quicktime-key', 'comment', 'vid:v10025g50000')]],
    ['another product', [said('png-text', 'Comment', { product: 'lamp', exportType: 'generation' })]],
    ['a type beyond', [said('quicktime-key', 'AigcInfo', { aigc_label_type: 9 })]],
    ['prose', [said('png-text', 'Comment', 'product dreamina exportType generation')]],
  ],
};
