import { type Candidate, type Candidates, firstElement, firstValue } from './candidates';
import type { PostShape } from './define-site';
import { queryAll } from './query';
import { readableText } from './readable-text';

/** The words that elements show, and the element that can be painted. */
export interface Shown {
  words: string;
  element: Element | undefined;
}

const NOTHING_SHOWN: Shown = { words: '', element: undefined };

/** Only candidates that stand for an element's own text can be painted. */
export function shownIn(root: Element, candidates: Candidates | undefined): Shown {
  if (!candidates) return NOTHING_SHOWN;
  const element = firstElement(root, candidates);
  const words = element && readableText(element);
  if (words) return { words, element };
  // An only place that is empty, or is not there, needs no second look, unless there are several of it.
  const [only] = candidates;
  const isPlain = candidates.length === 1 && !only?.attr && !only?.match;
  const isDone = isPlain && !(element && hasAnother(root, only));
  return isDone ? NOTHING_SHOWN : { words: firstValue(root, candidates) ?? '', element: undefined };
}

function hasAnother(root: Element, candidate: Candidate | undefined): boolean {
  if (!candidate?.css) return false;
  return queryAll(candidate.page ? root.ownerDocument : root, candidate.css).length > 1;
}

/** Only the end is cut, so that places in the text stay where the elements have them. */
export function withoutEnd(shown: Shown, { textEnd }: PostShape): Shown {
  return textEnd ? { ...shown, words: shown.words.replace(textEnd, '').trimEnd() } : shown;
}
