import * as fc from 'fast-check';
import { pack } from './pack';

/** A place in a file: a share of its length, or so many bytes from its start or its end, where the records stand. */
type Place = { share: number } | { fromStart: number } | { fromEnd: number };

export type Change =
  | { do: 'set'; at: Place; bytes: Uint8Array }
  | { do: 'insert'; at: Place; bytes: Uint8Array }
  | { do: 'remove'; at: Place; length: number }
  | { do: 'repeat'; at: Place; length: number; times: number }
  | { do: 'move'; at: Place; to: Place; length: number }
  | { do: 'cut'; at: Place };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ share }),
  fc.record({ fromStart: fc.nat(700) }),
  fc.record({ fromEnd: fc.nat(700) }),
);
/** Lengths and counts that lie are mostly the least and the greatest. */
const bytes = fc.uint8Array({ minLength: 1, maxLength: 8 }).chain((drawn) =>
  fc.constantFrom(
    drawn,
    drawn.map(() => 0),
    drawn.map(() => 0xff),
    drawn.map((_, index) => (index === 0 ? 0x7f : 0xff)),
    drawn.map((_, index) => (index === drawn.length - 1 ? 1 : 0)),
  ),
);

export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('set' as const), at: place, bytes }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('insert' as const), at: place, bytes }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('remove' as const), at: place, length: fc.nat(400) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('repeat' as const),
        at: place,
        length: fc.nat(400),
        times: fc.nat(200),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('move' as const), at: place, to: place, length: fc.nat(400) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), at: place }) },
  ),
  { minLength: 1, maxLength: 10 },
);

/** A file after these changes, one after the other. */
export function changed(file: Uint8Array, all: readonly Change[]): Uint8Array {
  return all.reduce(applied, file.slice());
}

function applied(file: Uint8Array, change: Change): Uint8Array {
  const at = placeIn(file, change.at);
  const [before, after] = [file.subarray(0, at), file.subarray(at)];
  switch (change.do) {
    case 'set':
      file.set(change.bytes.subarray(0, after.length), at);
      return file;
    case 'insert':
      return pack(before, change.bytes, after);
    case 'remove':
      return pack(before, after.subarray(change.length));
    case 'repeat':
      return pack(before, Array(change.times).fill(after.subarray(0, change.length)), after);
    case 'move': {
      const rest = pack(before, after.subarray(change.length));
      const to = placeIn(rest, change.to);
      return pack(rest.subarray(0, to), after.subarray(0, change.length), rest.subarray(to));
    }
    case 'cut':
      return file.slice(0, at);
  }
}

function placeIn({ length }: Uint8Array, place: Place): number {
  if ('share' in place) return Math.floor(place.share * length);
  if ('fromStart' in place) return Math.min(place.fromStart, length);
  return Math.max(0, length - place.fromEnd);
}
