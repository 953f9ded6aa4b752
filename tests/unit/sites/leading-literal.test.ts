import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadingLiteral } from '@/utils/sites/leading-literal';

test.each([
  ['{"a":"};"}; run();', '{"a":"};"}'],
  ['[{"a":["]"]}][0] || {}', '[{"a":["]"]}]'],
  ['{"a":"\\"}"}', '{"a":"\\"}"}'],
  ['{}{}', '{}'],
  ['{"a":', undefined],
  [' {}', undefined],
  ['"{}"', undefined],
  ['', undefined],
])('%s begins with %s', (source, literal) => expect(leadingLiteral(source)).toBe(literal));

test('what follows is left out, whatever stands in strings', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
      fc.string(),
      (value, rest) => {
        const json = JSON.stringify(value);
        expect(leadingLiteral(json + rest)).toBe(json);
      },
    ),
  );
});
