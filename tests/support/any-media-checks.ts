import fc from 'fast-check';
import {
  AI_KINDS,
  MEDIA_TROUBLES,
  MEDIA_VERDICTS,
  type MediaCheck,
  type MediaEvidence,
  PLACES,
  STRENGTHS,
  VIAS,
} from '@/utils/model/media-check';
import { MEDIA_TYPES } from '@/utils/model/post';

/** Of a picture that says by the label of GB 45438 that AI made it. */
export function makeMediaCheck(parts: Partial<MediaCheck> = {}): MediaCheck {
  return {
    media: { type: 'image', url: 'https://pictures.example.com/1.png' },
    verdict: 'ai',
    evidence: [
      {
        mechanism: 'gb45438',
        strength: 'B1',
        kind: 'ai',
        producer: '001191110102MACQD9K64010000',
        place: 'xmp',
      },
    ],
    container: 'png',
    via: 'page',
    at: Date.UTC(2026, 9, 2, 3, 4, 1),
    bytesRead: 65_536,
    requests: 1,
    sha256: 'ab'.repeat(32),
    ...parts,
  };
}

/** Absent half of the time. */
const some = <T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const id = fc.constantFrom('c2pa', 'gb45438', 'iptc-source-type', 'a1111');

/**
 * Checks of every shape that the model allows.
 *
 * @param name what files and certificates name, at most 100 characters
 */
export function anyMediaChecks(
  name: fc.Arbitrary<string>,
  url: fc.Arbitrary<string>,
): fc.Arbitrary<MediaCheck[]> {
  const evidence: fc.Arbitrary<MediaEvidence> = fc
    .record({
      mechanism: id,
      strength: fc.constantFrom(...STRENGTHS),
      kind: fc.constantFrom(...AI_KINDS),
      place: fc.constantFrom(...PLACES),
      names: some({ producer: name, signer: name }),
    })
    .map(({ names, ...rest }) => ({ ...rest, ...names }));
  const check: fc.Arbitrary<MediaCheck> = fc
    .record({
      media: fc.record({ type: fc.constantFrom(...MEDIA_TYPES), url }),
      verdict: fc.constantFrom(...MEDIA_VERDICTS),
      evidence: fc.array(evidence, { maxLength: 3 }),
      via: fc.constantFrom(...VIAS),
      at: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
      told: some({
        container: fc.constantFrom('png', 'mp4', 'jpeg'),
        trouble: fc.constantFrom(...MEDIA_TROUBLES),
        capturedBy: name,
        bytesRead: fc.nat(),
        requests: fc.nat(9),
        sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
      }),
    })
    .map(({ told, ...rest }) => ({ ...rest, ...told }));
  return fc.array(check, { maxLength: 3 });
}
