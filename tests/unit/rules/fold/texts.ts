import fc from 'fast-check';

/** Signs that folding treats in different ways, close together. */
const TRICKY = [
  ...['加', '薇', '信', '體', 'a', 'Z', '7', 'Ａ', '㎏', '㈱', '…', '。', '\n', '\u2028', '々', '〇'],
  ...[
    ' ',
    '\t',
    '\u3000',
    '-',
    '.',
    '_',
    '·',
    '★',
    '\u1680',
    '\u200b',
    '\u0301',
    '\ufe0f',
    '\u20e3',
    '\u00ad',
  ],
  ...['❤', '💰', '😀', '🔗', '🐶', '👨\u200d👩\u200d👧', '🏻', '🇨🇳', '𝐕', '𠮷', '\u{e0041}', '\u{e0100}'],
  ...['\ud83d', '\ude00', '\udb40', '\u0000', '\u0001', '\u0002', '\u0003', '\ufffd', '\uffff', '\ue000'],
];

/** Any text: all planes, lone surrogates, and runs of signs that matter. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...TRICKY), { maxLength: 60 }).map((parts) => parts.join('')),
);
