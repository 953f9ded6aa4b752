import { vueData } from '../components';
import type { SiteBridge, StatePost } from '../define-site';
import { isRecord, numericIdOf } from '../unknown';
import { readFloor, readThread, type TiebaPost } from './read-data';

const COMMENT = '.pb-comment-item, .pb-lzl-item';
/** Cards may keep the thread's id in their row of buttons only. */
const BUTTONS = '.action-bar-container, [class*="action-bar"]';

/** Props and data of about three components; what stands further out belongs to the whole page. */
const MAX_PARTS = 9;

/**
 * The new layout's components: a comment's `commentData` with `userInfo`, a thread's `thread` with `author`, a card's
 * `businessInfo` (facts: sites.md section 2.10). A comment is never read from what stands around it.
 */
export const bridge: SiteBridge = { ofElement };

function ofElement(element: Element): StatePost | undefined {
  const isComment = element.matches(COMMENT);
  for (const part of nearest(element)) {
    for (const [name, value] of Object.entries(part)) {
      if (!isRecord(value)) continue;
      const post = isComment ? commentOf(name, value, part) : threadOf(value, part);
      if (post) return post;
    }
  }
  return isComment ? undefined : ofButtons(element);
}

function nearest(element: Element): readonly Record<string, unknown>[] {
  return [...vueData(element)].slice(0, MAX_PARTS);
}

function commentOf(name: string, value: Record<string, unknown>, part: Record<string, unknown>) {
  if (!/comment|post|floor|item|data/i.test(name)) return undefined;
  const post = readFloor({ floor: 0, ...personOf(part), ...value });
  return post?.kind === 'comment' ? post : undefined;
}

function threadOf(value: Record<string, unknown>, part: Record<string, unknown>): TiebaPost | undefined {
  return 'content' in value && 'floor' in value ? undefined : readThread({ ...personOf(part), ...value });
}

function personOf({ userInfo, author }: Record<string, unknown>): Record<string, unknown> {
  const person = [userInfo, author].find(isRecord);
  return person ? { author: person } : {};
}

function ofButtons(element: Element): StatePost | undefined {
  const buttons = element.querySelector(BUTTONS);
  for (const { businessInfo } of buttons ? nearest(buttons) : []) {
    if (!isRecord(businessInfo)) continue;
    const id = numericIdOf(businessInfo.thread_id);
    if (id) return { kind: 'thread', id, fields: {} };
  }
  return undefined;
}
