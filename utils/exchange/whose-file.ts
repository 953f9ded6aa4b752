import type { ImportHead } from '../import/read-file';
import type { MergeContext } from '../merge/plan';
import type { Reviewer } from '../model/account';

/** What the reader says about whose file it is; what they leave open is taken from the file. */
export interface Whose {
  /** Made here, or on a computer that was theirs before: its reports come back as their own. */
  mine?: boolean;
  /** Who made a file that names nobody, or whose rows alone do. */
  sender?: Reviewer;
}

/** Stands for the reviewer of rows that name nobody, until the reader has said who it is. */
export const NOBODY: Reviewer = { id: 'nobody', name: '' };

/** A reviewer who is known by name alone: the same name is the same reviewer in every file. */
export function namedReviewer(name: string): Reviewer {
  const clean = name.normalize('NFC').trim();
  return { id: `name:${clean}`, name: clean };
}

/** Ids stand in every exported file: anybody can write one that claims to be the reader's. */
function stranger({ id, name }: Reviewer): Reviewer {
  return { id: `not:${id}`, name };
}

/** How a file is to be merged. */
export function contextOf({ head }: ImportHead, me: Reviewer, { mine, sender }: Whose): MergeContext {
  const claimsToBe = head?.reviewer.id === me.id;
  if (claimsToBe && mine === false) return { me, sender: stranger(head.reviewer) };
  const isMine = mine ?? claimsToBe;
  return { me, sender: head?.reviewer ?? sender ?? NOBODY, ...(isMine && { mine: true }) };
}
