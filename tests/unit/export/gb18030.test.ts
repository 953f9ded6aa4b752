import { expect, test } from 'vitest';
import { encodeGb18030 } from '@/utils/export/gb18030';
import { stopwatch } from '../../support/stopwatch';

const hex = (text: string) =>
  encodeGb18030(text).toHex?.() ?? Buffer.from(encodeGb18030(text)).toString('hex');

/** Private-use characters that the decoder has no code for: it reads their old codes as characters of later standards. */
const WITHOUT_CODE = [
  0xe5e5, 0xe78d, 0xe78e, 0xe78f, 0xe790, 0xe791, 0xe792, 0xe793, 0xe794, 0xe795, 0xe796, 0xe81e, 0xe826,
  0xe82b, 0xe82c, 0xe832, 0xe843, 0xe854, 0xe864,
];

test('every character comes back from the browser’s decoder', () => {
  const lost: number[] = [];
  for (let begin = 0; begin < 0x110000; begin += 0x800) {
    if (begin === 0xd800) continue;
    const points = Array.from({ length: 0x800 }, (_, i) => begin + i);
    const text = String.fromCodePoint(...points);
    const back = [
      ...new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(encodeGb18030(text)),
    ];
    expect(back).toHaveLength(points.length);
    points.forEach((point, i) => {
      if (back[i] !== String.fromCodePoint(point)) lost.push(point);
    });
  }
  expect(lost).toEqual(WITHOUT_CODE);
});

test.each([
  ['A,"\r\n', '412c220d0a'],
  ['中文', 'd6d0cec4'],
  ['€', 'a2e3'],
  ['😀', '9439fc36'],
  ['\u{10ffff}', 'e3329a35'],
  ['\u0080', '81308130'],
  ['\ufffd', '8431a437'],
  ['\ud83d', '8431a437'],
  ['a\ude00b', '618431a43762'],
])('%j is %s', (text, bytes) => {
  expect(hex(text)).toBe(bytes);
});

test('a long text takes no more than its share of time', () => {
  const text = '长文字，测试 abc😀'.repeat(100_000);
  encodeGb18030(text);
  const spent = stopwatch();
  encodeGb18030(text);
  expect(spent()).toBeLessThan(500);
});
