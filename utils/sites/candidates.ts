import { queryAll } from './query';
import { readableText } from './readable-text';

/**
 * One place where a field may stand. Plain data, so that a site reads like a table; a function only where data
 * cannot say it.
 */
export interface Candidate {
  /** Selector below the post's root, `>>>` entering open shadow roots; the root itself when absent. */
  css?: string;
  /** Search the whole document instead of the post. */
  page?: boolean;
  /** Attribute to read; the readable text when absent. */
  attr?: string;
  /** Key inside the attribute's JSON object; dots lead into inner objects. */
  json?: string;
  /** Takes the first group, or the whole match. */
  match?: RegExp;
}

export type Candidates = readonly Candidate[];

const MAX_VALUE = 4_000;

/** The first element a candidate list points at, whatever its text. */
export function firstElement(root: Element, candidates: Candidates): Element | undefined {
  for (const candidate of candidates) {
    for (const element of elementsOf(root, candidate)) return element;
  }
  return undefined;
}

/** First non-empty value; a broken selector or malformed JSON in the page counts as empty, never as an error. */
export function firstValue(root: Element, candidates: Candidates = []): string | undefined {
  for (const candidate of candidates) {
    for (const element of elementsOf(root, candidate)) {
      const value = valueIn(element, candidate);
      if (value) return value;
    }
  }
  return undefined;
}

/** All distinct values of the first candidate that has any. */
export function allValues(root: Element, candidates: Candidates = []): string[] {
  for (const candidate of candidates) {
    const values = [...elementsOf(root, candidate)].map((element) => valueIn(element, candidate));
    const found = [...new Set(values.filter((value) => value !== undefined))];
    if (found.length > 0) return found;
  }
  return [];
}

function* elementsOf(root: Element, { css, page }: Candidate): Iterable<Element> {
  if (!css) yield page ? root.ownerDocument.documentElement : root;
  else yield* queryAll(page ? root.ownerDocument : root, css);
}

function valueIn(element: Element, { attr, json, match }: Candidate): string | undefined {
  let value: string | undefined = attr ? (element.getAttribute(attr) ?? undefined) : readableText(element);
  if (value && json) value = jsonField(value, json);
  if (value && match) {
    const found = match.exec(value);
    value = found?.[1] ?? found?.[0];
  }
  return value?.trim().slice(0, MAX_VALUE) || undefined;
}

function jsonField(source: string, path: string): string | undefined {
  try {
    let field = JSON.parse(source) as unknown;
    for (const key of path.split('.')) field = (field as Record<string, unknown> | null | undefined)?.[key];
    return typeof field === 'string' || typeof field === 'number' ? String(field) : undefined;
  } catch {
    // The attribute belongs to the page; anything may stand in it.
    return undefined;
  }
}
