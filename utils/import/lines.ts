import type { TextPiece } from './decode';

/** A line of text without its end. */
export interface TextLine {
  /** From 1. */
  row: number;
  /** Empty when it was too long to be kept. */
  text: string;
  tooLong?: true;
  /** As in {@link TextPiece}. */
  damaged?: number;
  /** The file ends with it, and no line break. */
  open?: true;
}

/** Splits pieces of text into lines; one that is longer than `limit` characters is passed over without being kept. */
export async function* linesOf(pieces: AsyncIterable<TextPiece>, limit: number): AsyncGenerator<TextLine> {
  let row = 1;
  let parts: string[] = [];
  let length = 0;
  let damaged: number | undefined;
  const take = (): TextLine => {
    const tooLong = length > limit;
    const text = tooLong ? '' : parts.join('').replace(/\r$/, '');
    const line: TextLine = {
      row,
      text,
      ...(tooLong && { tooLong }),
      ...(damaged !== undefined && { damaged }),
    };
    row++;
    parts = [];
    length = 0;
    damaged = undefined;
    return line;
  };
  for await (const piece of pieces) {
    for (let at = 0; at < piece.text.length; ) {
      const end = piece.text.indexOf('\n', at);
      const part = piece.text.slice(at, end < 0 ? undefined : end);
      damaged ??= piece.damaged;
      length += part.length;
      if (length <= limit) parts.push(part);
      else parts = [];
      if (end < 0) break;
      yield take();
      at = end + 1;
    }
  }
  if (length > 0) yield { ...take(), open: true };
}
