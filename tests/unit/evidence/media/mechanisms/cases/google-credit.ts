import { type MechanismCases, said } from '../../../../../support/media/said';

export const cases: MechanismCases = {
  hits: [
    [
      'made, in XMP',
      [said('xmp', 'photoshop:Credit', 'Made with Google AI')],
      { strength: 'B2', kind: 'ai', producer: 'Google AI' },
    ],
    ['made, in IPTC', [said('iptc', 'Credit', 'Made with Google AI')], { strength: 'B2', kind: 'ai' }],
    ['edited', [said('iptc', 'Credit', 'Edited with Google AI')], { strength: 'B3', kind: 'ai-edited' }],
  ],
  misses: [
    ['an agency', [said('iptc', 'Credit', 'Getty Images')]],
    ['not at the beginning', [said('iptc', 'Credit', 'Not Made with Google AI')]],
    ['a longer name', [said('iptc', 'Credit', 'Made with Google Aimed Services')]],
    ['another field', [said('png-text', 'Comment', 'Made with Google AI')]],
  ],
};
