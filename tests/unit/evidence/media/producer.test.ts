import fc from 'fast-check';
import { expect, test } from 'vitest';
import { producerName } from '@/utils/evidence/media/producer';

test.each([
  ['001191330000MA27XYT12L10000', '91330000MA27XYT12L'],
  ['001191330000MA27XYT12L2ABCD', '91330000MA27XYT12L'],
  ['picwish', 'picwish'],
  [' 某 云\n服务 ', '某 云 服务'],
  ['001191330000MA27XYT12L1000', '001191330000MA27XYT12L1000'],
  ['001191330000MA27XYZ12L10000', '001191330000MA27XYZ12L10000'],
  ['', undefined],
  [' \u0000\u202e ', undefined],
])('%j is told as %j', (written, name) => {
  expect(producerName(written)).toBe(name);
});

test('a name is one line of at most 100 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (written) => {
      const name = producerName(written) ?? '';
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
  );
});
