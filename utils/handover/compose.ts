import { maskNumbers } from '../export/mask';
import type { Report } from '../model/report';
import { countCharacters, cutTo } from './count';
import { type Piece, type PieceName, piecesOf, type Worded } from './pieces';

export interface ComposeOptions extends Worded {
  /** Longest text, counted by {@link countCharacters}. */
  limit: number;
  /** The forms are Chinese, and so is the text. */
  language?: 'zh_CN';
}

export interface Cut {
  what: PieceName;
  /** Of what was left out. */
  characters: number;
}

export interface Description {
  text: string;
  length: number;
  /** What was left out for want of room, what matters least first. */
  cut: Cut[];
}

/**
 * Says in Chinese what was seen, for the free text of a form: where and when the post was read, the words that were
 * matched, what stood where its label would be, the campaign's clause and how many copies there are. It judges nothing.
 * What does not fit is left out by whole sentences, what matters least first. Private numbers are replaced.
 *
 * @param reports the first leads; the others are copies that go with it
 */
export function composeDescription(reports: readonly Report[], options: ComposeOptions): Description {
  const pieces = piecesOf(reports, options).map((piece) => ({ ...piece, text: maskNumbers(piece.text) }));
  const cut = new Map<PieceName, number>();
  const kept = [...pieces];
  while (kept.length > 1 && lengthOf(kept) > options.limit) {
    const [dropped] = kept.splice(leastImportant(kept), 1);
    cut.set(dropped!.name, (cut.get(dropped!.name) ?? 0) + countCharacters(dropped!.text));
  }
  const whole = kept.map(({ text }) => text).join('');
  const text = cutTo(whole, options.limit);
  if (text !== whole && kept[0]) {
    const { name } = kept[0];
    cut.set(name, (cut.get(name) ?? 0) + countCharacters(whole) - countCharacters(text));
  }
  return {
    text,
    length: countCharacters(text),
    cut: [...cut].map(([what, characters]) => ({ what, characters })),
  };
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + countCharacters(text), 0);
}

/** The last one of the highest rank: of several sentences of one kind, the first ones stay. */
function leastImportant(pieces: readonly Piece[]): number {
  return pieces.reduce((least, { rank }, i) => (rank >= pieces[least]!.rank ? i : least), 0);
}
