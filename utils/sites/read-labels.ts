import { type LabelItem, type LabelReading, labelReading } from '../model/post';
import type { PostShape, PostState } from './define-site';
import { classifyLabel, declaresNothing, isSameLabel, labelSentence, labelsFromHashtags } from './labels';
import { readableText } from './readable-text';

/** Reads the labels of one post from its state, its label places, label sentences and the author's own hashtags. */
export function readLabels(
  root: Element,
  { labels: places = [], labelSentencesOutside }: PostShape,
  known: PostState,
  hashtags: readonly string[],
): LabelReading {
  const items: LabelItem[] = [...(known.labels ?? [])];
  let placeWasRead = known.labels !== undefined;
  for (const { place, element, only, by, kind, from = 'element' } of places) {
    for (const holder of root.querySelectorAll([place, element].filter(Boolean).join(','))) {
      if (place && holder.matches(place)) placeWasRead = true;
      const text = readableText(holder);
      // State and page often hold the same label; it is one label.
      const isKnown = items.some((item) => isSameLabel(item.text, text));
      if (text && !isKnown && !declaresNothing(text) && only?.(text) !== false) {
        items.push({ kind: kind ?? classifyLabel(text), text, by, from });
      }
    }
  }
  if (labelSentencesOutside) {
    const sentences = labelSentences(root, labelSentencesOutside);
    items.push(...sentences.filter(({ text }) => !items.some((item) => isSameLabel(item.text, text))));
  }
  items.push(...labelsFromHashtags(hashtags));
  return labelReading(items, placeWasRead);
}

/** Longer texts are no labels; the longest wording known has 27 characters. */
const MAX_SENTENCE = 40;
/** Single-page sites keep notices in the page and hide them; a hidden notice is not shown to anyone. */
const HIDDEN = '[hidden], [aria-hidden="true"], [style*="display: none"], [style*="display:none"]';

function labelSentences(root: Element, outside: string): LabelItem[] {
  const items = new Map<string, LabelItem>();
  const visit = (element: Element) => {
    for (const child of element.children) {
      if (child.matches(outside) || child.matches(HIDDEN)) continue;
      const text = hasOwnText(child) ? readableText(child) : '';
      const label = text.length <= MAX_SENTENCE ? labelSentence(text) : undefined;
      if (label) items.set(text, { ...label, text, from: 'text' });
      else visit(child);
    }
  };
  visit(root);
  return [...items.values()];
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
}
