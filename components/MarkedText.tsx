import { CONFIDENCES, type Confidence } from '../utils/model/finding';

export interface Mark {
  start: number;
  end: number;
  confidence: Confidence;
}

/** A text with the matched words in `<mark>`; where marks overlap the stronger one is shown. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <>
      {pieces(text, marks).map(({ start, content, confidence }) =>
        confidence ? (
          <mark key={start} class={`marked marked-${confidence}`}>
            {content}
          </mark>
        ) : (
          content
        ),
      )}
    </>
  );
}

interface Piece {
  start: number;
  content: string;
  confidence: Confidence | undefined;
}

function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const valid = marks.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...valid.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const result: Piece[] = [];
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1];
    if (end === undefined) break;
    const covering = valid.filter((mark) => mark.start <= start && mark.end >= end);
    const confidence = CONFIDENCES.findLast((each) => covering.some((mark) => mark.confidence === each));
    const last = result.at(-1);
    const content = text.slice(start, end);
    if (last && last.confidence === confidence) last.content += content;
    else result.push({ start, content, confidence });
  }
  return result;
}
