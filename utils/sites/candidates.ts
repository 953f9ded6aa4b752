import { type Elements, queryAll, queryFirst } from './query';
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

/** The first element that a candidate for an element's own text points at, whatever that text. */
export function firstElement(root: Element, candidates: Candidates): Element | undefined {
  for (const candidate of candidates) {
    if (candidate.attr || candidate.match) continue;
    const element = nextElement(root, candidate);
    if (element) return element;
  }
  return undefined;
}

/** First non-empty value; a broken selector or malformed JSON in the page counts as empty, never as an error. */
export function firstValue(root: Element, candidates: Candidates = []): string | undefined {
  for (const candidate of candidates) {
    // Most candidates are right the first time, or not at all; looking for all of them costs several times as much.
    const first = nextElement(root, candidate);
    if (!first) continue;
    const value = valueIn(first, candidate);
    if (value) return value;
    for (const element of elementsOf(root, candidate)) {
      const other = valueIn(element, candidate);
      if (other) return other;
    }
  }
  return undefined;
}

/** All distinct values of the first candidate that has any. */
export function allValues(root: Element, candidates: Candidates = []): string[] {
  for (const candidate of candidates) {
    const elements = elementsOf(root, candidate);
    if (elements.length === 0) continue;
    const found = new Set<string>();
    for (let i = 0; i < elements.length; i++) {
      const value = valueIn(elements[i]!, candidate);
      if (value !== undefined) found.add(value);
    }
    if (found.size > 0) return [...found];
  }
  return [];
}

function nextElement(root: Element, candidate: Candidate): Element | null {
  const { css, page } = candidate;
  if (!css) return page ? root.ownerDocument.documentElement : root;
  if (!css.includes('>>>')) return queryFirst(page ? root.ownerDocument : root, css);
  for (const element of elementsOf(root, candidate)) return element;
  return null;
}

function elementsOf(root: Element, { css, page }: Candidate): Elements {
  if (!css) return [page ? root.ownerDocument.documentElement : root];
  return queryAll(page ? root.ownerDocument : root, css);
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
