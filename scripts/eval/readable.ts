import type { PostKind } from '../../utils/model/post.ts';
import { UNKNOWN_LABELS } from '../../utils/model/post.ts';
import type { Engine } from '../lib/engine.ts';

/** The part of a post that rules look at. */
export type Readable = Parameters<Engine['match']['matchPost']>[1];

/** What kind of text a set holds. */
export type Role = 'headline' | 'post' | 'comment' | 'chat' | 'sms';

const KINDS: Record<Role, PostKind> = {
  headline: 'video',
  post: 'note',
  comment: 'comment',
  chat: 'danmaku',
  sms: 'note',
};

/** A row as a page would give it: a headline is a title, all else is text; nothing is known of labels or author. */
export function toReadable(text: string, role: Role): Readable {
  return {
    title: role === 'headline' ? text : '',
    text: role === 'headline' ? '' : text,
    hashtags: [],
    labels: UNKNOWN_LABELS,
    kind: KINDS[role],
  };
}
