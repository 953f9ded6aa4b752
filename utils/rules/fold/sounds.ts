import { spoken, syllables } from 'virtual:qingjian/fold';
import { commonHan } from './common-han';
import { decodeDistances, decodeNumbers, decodePairs } from './decode';
import { loadFoldTable } from './load-table';
import type { FoldTable } from './table';

let loaded: FoldTable | undefined;

/**
 * What characters sound like: the fold table, with each common Han character read as the first one of the same
 * toneless syllable (傻 and 沙 alike), and with more signs read as the syllable they are put for (👋 不). Decoded on the
 * first call, then kept.
 */
export function loadSoundTable(): FoldTable {
  loaded ??= decode();
  return loaded;
}

function decode(): FoldTable {
  const fold = loadFoldTable();
  const { sounds, firsts } = decodeSyllables();
  const units = fold.units.slice();
  for (let unit = 0; unit < units.length; unit++) units[unit] = sounds[units[unit]!]!;
  const astral = new Map<number, number>();
  for (const [code, reading] of fold.astral) astral.set(code, sounds[reading]!);
  decodePairs(spoken, (code, syllable) => {
    if (code > 0xffff) astral.set(code, firsts[syllable]!);
    else units[code] = firsts[syllable]!;
  });
  return { units, astral };
}

/** For each unit the first Han character of its syllable, else itself; and that character by the syllable's number. */
function decodeSyllables(): { sounds: Uint16Array; firsts: number[] } {
  const [firstLevel, secondLevel] = syllables;
  const numbers = [...decodeDistances(firstLevel), ...decodeNumbers(secondLevel)];
  const han = commonHan();
  const sounds = new Uint16Array(0x10000);
  for (let unit = 0; unit < sounds.length; unit++) sounds[unit] = unit;
  const firsts: number[] = [];
  numbers.forEach((syllable, i) => {
    const unit = han.charCodeAt(i);
    firsts[syllable] ??= unit;
    sounds[unit] = firsts[syllable];
  });
  return { sounds, firsts };
}
