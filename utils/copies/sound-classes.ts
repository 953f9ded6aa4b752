import { loadFoldTable } from '../rules/fold';
import { loadSoundTable } from '../rules/fold/sounds';
import { FILLER } from '../rules/fold/table';

/** Longer texts are compared by as many signs, so that a sketch costs a bounded time. */
export const MAX_CLASSES = 0x4000;
/** In the table of units: no letter, digit or Han character. */
const DROPPED = 0;
const OPENING = 0x5b;
/** Sites write their own emoji as words in brackets: [doge], [允悲]. */
const LONGEST_EMOTE = 6;
const EMOTE = /^\p{L}+$/u;
const WRITTEN = /[\p{L}\p{N}]/u;
/** Folding reads some of them as characters. Most stand in texts as ornaments, wherever the last hand put them. */
const PICTURE = /\p{Extended_Pictographic}/u;

const classes = new Uint16Array(MAX_CLASSES);
let table: Uint16Array | undefined;

/**
 * What copies of a text have in common: its letters, digits and Han characters as the matcher folds them, each common
 * Han character as the first one of its toneless syllable. Blanks, punctuation, the signs of hashtags and mentions,
 * emoji and words in brackets that stand for emoji are gone.
 *
 * @returns a view of a buffer that the next call overwrites; at most {@link MAX_CLASSES} long
 */
export function soundClasses(...texts: readonly string[]): Uint16Array {
  table ??= loadClasses();
  let length = 0;
  for (const text of texts) length = read(text, table, length);
  return classes.subarray(0, length);
}

function read(text: string, readings: Uint16Array, from: number): number {
  let to = from;
  for (let at = 0; at < text.length && to < MAX_CLASSES; at++) {
    const unit = text.charCodeAt(at);
    const reading = readings[unit]!;
    if (reading !== DROPPED) classes[to++] = reading;
    else if (unit === OPENING) at += emoteAt(text, at);
    else if (unit >= 0xd800 && unit < 0xdc00) {
      const beyond = readBeyond(text.codePointAt(at)!, readings);
      if (beyond !== DROPPED) classes[to++] = beyond;
    }
  }
  return to;
}

/** How many units after the opening bracket belong to an emoji in words. */
function emoteAt(text: string, opening: number): number {
  const emote = text.slice(opening + 1, opening + 2 + LONGEST_EMOTE).indexOf(']');
  return emote > 0 && EMOTE.test(text.slice(opening + 1, opening + 1 + emote)) ? emote + 1 : 0;
}

/** Letters and digits in other dress (𝐀, 𝟏) read as plain ones; emoji and rare characters are dropped. */
function readBeyond(point: number, readings: Uint16Array): number {
  const reading = loadFoldTable().astral.get(point) ?? DROPPED;
  return reading > FILLER && !PICTURE.test(String.fromCodePoint(point)) ? readings[reading]! : DROPPED;
}

/** For each UTF-16 unit its class, or {@link DROPPED}. */
function loadClasses(): Uint16Array {
  const { units } = loadFoldTable();
  const sounds = loadSoundTable().units;
  return units.map((reading, unit) => {
    const isWritten = reading > FILLER && WRITTEN.test(String.fromCharCode(reading));
    return isWritten && !PICTURE.test(String.fromCharCode(unit)) ? sounds[reading]! : DROPPED;
  });
}
