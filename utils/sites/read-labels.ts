import {
  type LabelItem,
  type LabelPlaceReading,
  labelReading,
  type Post,
  UNKNOWN_LABELS,
} from '../model/post';
import type { LabelFields, PostShape, PostState } from './define-site';
import { classifyLabel, declaresNothing, isSameLabel, labelSentence, labelsFromHashtags } from './labels';
import { readableText } from './readable-text';

const MAX_PLACES = 20;
const MAX_PLACE_TEXT = 200;

/**
 * Reads the labels of one post from its state, its label places, label sentences and the author's own hashtags, and
 * says what each field and place held. Without a place that was read, the absence of a label is never claimed.
 */
export function readLabels(
  root: Element,
  { labels: places = [], labelSentencesOutside }: PostShape,
  known: PostState,
  hashtags: readonly string[],
): Pick<Post, 'labels' | 'labelPlaces'> {
  const items: LabelItem[] = [...(known.labels?.items ?? [])];
  const read = known.labels ? [readingOfField(known.labels)] : [];
  for (const { only, by, kind, from = 'element', ...spot } of places) {
    const where = spot.place ?? spot.element;
    for (const holder of root.querySelectorAll(where)) {
      const text = readableText(holder);
      const isLabel = text !== '' && !declaresNothing(text) && only?.(text) !== false;
      // An element that need not be there is one of a label's only by its words.
      if (spot.place !== undefined || isLabel) {
        read.push({ from: 'element', where, text: text.slice(0, MAX_PLACE_TEXT) });
      }
      // State and page often hold the same label; it is one label.
      if (isLabel && !items.some((item) => isSameLabel(item.text, text))) {
        items.push({ kind: kind ?? classifyLabel(text), text, by, from });
      }
    }
  }
  if (labelSentencesOutside) {
    const sentences = labelSentences(root, labelSentencesOutside);
    items.push(...sentences.filter(({ text }) => !items.some((item) => isSameLabel(item.text, text))));
  }
  return concluded([...items, ...labelsFromHashtags(hashtags)], read, known);
}

/** Like {@link readLabels}, for a post that only data hold. */
export function labelsOfData(known: PostState): Pick<Post, 'labels' | 'labelPlaces'> {
  const { labels, hashtags = [] } = known;
  const items = [...(labels?.items ?? []), ...labelsFromHashtags(hashtags)];
  return concluded(items, labels ? [readingOfField(labels)] : [], known);
}

function concluded(
  items: readonly LabelItem[],
  read: readonly LabelPlaceReading[],
  { labelElsewhere }: PostState,
): Pick<Post, 'labels' | 'labelPlaces'> {
  if (labelElsewhere && items.length === 0) return { labels: UNKNOWN_LABELS };
  const labelPlaces = distinct(read).slice(0, MAX_PLACES);
  return {
    labels: labelReading(items, read.length > 0),
    ...(labelPlaces.length > 0 && { labelPlaces }),
  };
}

function readingOfField({ field, items }: LabelFields): LabelPlaceReading {
  const words = items.map(({ text }) => text).join(' · ');
  return { from: 'state', where: field, text: words.slice(0, MAX_PLACE_TEXT) };
}

/** Several definitions may look at one place, and a page may show one label twice. */
function distinct(read: readonly LabelPlaceReading[]): LabelPlaceReading[] {
  return [...new Map(read.map((each) => [`${each.from} ${each.where} ${each.text}`, each])).values()];
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
