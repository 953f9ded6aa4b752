import { type Candidates, firstValue } from '../candidates';
import { readableText } from '../readable-text';
import { PERSON_LINK, THREAD_LINK, threadIn } from './addresses';

export const dataField = (json: string): Candidates => [{ attr: 'data-field', json }];
export const personLink = (css: string): Candidates => [{ css, attr: 'href', match: PERSON_LINK }];

/** The thread that a floor, a reply under it or a search hit belongs to. */
export function threadAround(root: Element, page?: URL): string | undefined {
  const floor = root.closest('.l_post');
  return (
    (floor ? firstValue(floor, dataField('content.thread_id')) : undefined) ??
    firstValue(root, [{ css: 'a[href*="/p/"]', attr: 'href', match: THREAD_LINK }]) ??
    (page && threadIn(page))
  );
}

export function hitThread(root: Element, link: string): string | undefined {
  const hit = root.querySelector(link);
  if (!hit || isReply(hit)) return undefined;
  return THREAD_LINK.exec(hit.getAttribute('href') ?? '')?.[1] ?? digits(hit.getAttribute('data-tid'));
}

/** `?pid={floor}&cid={reply under it, or 0}`; the fragment repeats the id of the one that was found. */
export function hitReply(root: Element, link: string): string | undefined {
  const hit = root.querySelector(link);
  if (!hit || !isReply(hit)) return undefined;
  const href = hit.getAttribute('href') ?? '';
  return /[?&]cid=([1-9]\d*)/.exec(href)?.[1] ?? /[?&]pid=(\d+)/.exec(href)?.[1] ?? /#(\d+)$/.exec(href)?.[1];
}

/**
 * The id of a floor in the new layout stands on the floor or on the row around it; a row that holds several floors is
 * not the row of this one.
 */
export function newFloor(root: Element): string | undefined {
  const row = root.closest('[data-id]');
  const id = digits(row?.getAttribute('data-id'));
  return row === root || row?.querySelectorAll('.pb-comment-item').length === 1 ? id : undefined;
}

function isReply(link: Element): boolean {
  return /^回复\s*[:：]/.test(readableText(link));
}

function digits(value: string | null | undefined): string | undefined {
  return value && /^[1-9]\d*$/.test(value) ? value : undefined;
}
