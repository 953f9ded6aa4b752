/** Two texts as what they begin and end with alike, and what stands between in each. */
export interface TextDifference {
  start: string;
  here: string;
  theirs: string;
  end: string;
}

/** So much of what is alike is shown beside what differs. */
const AROUND = 40;
/** Longer parts are cut: the report itself shows them whole. */
const LONGEST = 600;

/** Counts characters, so that none is torn in two. */
export function textDifference(here: string, theirs: string): TextDifference {
  const [a, b] = [[...here], [...theirs]];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const between = (text: readonly string[]) => text.slice(start, text.length - end).join('');
  return {
    start: a.slice(0, start).join(''),
    here: between(a),
    theirs: between(b),
    end: a.slice(a.length - end).join(''),
  };
}

/** The same with what is alike cut to a few words around, and long parts cut at their end. */
export function shortened({ start, here, theirs, end }: TextDifference): TextDifference {
  return {
    start: tail(start),
    here: head(here, LONGEST),
    theirs: head(theirs, LONGEST),
    end: head(end, AROUND),
  };
}

function head(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : text;
}

function tail(text: string): string {
  const characters = [...text];
  return characters.length > AROUND ? `…${characters.slice(-AROUND).join('')}` : text;
}
