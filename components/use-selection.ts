import { useState } from 'preact/hooks';
import type { PostKey } from '../utils/model/post';
import type { FoundPost } from './groups';

export interface Selection {
  /** Of the posts that may be selected, in their order. */
  posts: readonly FoundPost[];
  has: (key: PostKey) => boolean;
  set: (posts: readonly FoundPost[], on: boolean) => void;
  clear: () => void;
}

/** @param selectable a post that is not among these any more is not selected either */
export function useSelection(selectable: readonly FoundPost[]): Selection {
  const [keys, setKeys] = useState<ReadonlySet<PostKey>>(new Set());
  const posts = selectable.filter(({ key }) => keys.has(key));
  const own = new Set(posts.map(({ key }) => key));
  return {
    posts,
    has: (key) => own.has(key),
    set: (changed, on) => {
      const changing = new Set(changed.map(({ key }) => key));
      setKeys((before) => {
        const rest = selectable.filter(({ key }) => before.has(key) && !changing.has(key));
        return new Set([...rest.map(({ key }) => key), ...(on ? changing : [])]);
      });
    },
    clear: () => setKeys(new Set()),
  };
}
