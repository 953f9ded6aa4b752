import { foldLabel, knownLabel } from '../labels';

const DENIED = /^(no|not|non|un|anti|zero|free|human)|\?$|(free|discussion|question|debate)$/;

/** A flair that as a whole says that the post was made by AI; flairs for talking about AI do not. */
export function isAiFlair(flair: string): boolean {
  const words = flair.replace(/:[\w-]+:/g, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}?]+$/gu, '');
  return words.length <= 40 && knownLabel(words) === 'ai' && !DENIED.test(foldLabel(words));
}
