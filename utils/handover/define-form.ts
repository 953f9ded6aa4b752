import type { Localized } from '../model/localized';

/** What a field is filled from; `none` where nothing that is known here belongs into it. */
export const FILLS = [
  'site-name',
  'site-address',
  'author-name',
  'author-address',
  'title',
  'description',
  'first-seen',
  'none',
] as const;
export type Fill = (typeof FILLS)[number];

interface Named {
  /** Unique in the form. */
  id: string;
  label: Localized;
  required: boolean;
}

/** One field, in the order of the form. */
export type FormField = Named &
  (
    | {
        kind: 'text';
        fill: Fill;
        /** Longest text that it takes; the first is assumed, the others are those of older copies of the form. */
        limits?: readonly [number, ...number[]];
      }
    /** Of the posts, one per line. */
    | { kind: 'address-list'; limit?: number }
    /** Empty `options`: what can be chosen is not known. */
    | { kind: 'choice'; of: 'reason' | 'site-kind'; options: readonly string[] }
    | { kind: 'attachments'; limit?: number }
    /** Of the person who hands in: never filled from here, and never kept. */
    | { kind: 'self' }
  );

/**
 * Where something that a form says comes from. `A` the form itself; `B` an official text read whole; `C` a copy or
 * summary of one; `T` public source code that reproduces the form.
 */
export interface FormSource {
  id: string;
  grade: 'A' | 'B' | 'C' | 'T';
  what: Localized;
}

export interface HandoverForm {
  /** Stands in stored hand-overs as `channel`; lower-case letters, digits and hyphens. */
  id: string;
  name: Localized;
  /** Posts that it takes: every site's, one site's, or those of sites without a form of their own. */
  takes: 'every' | 'other' | { site: string };
  /** Official page, https; absent where none is known. */
  page?: string;
  /** How a person gets to it. */
  where: Localized;
  /** Who may hand in. */
  standing: 'anyone' | 'firm';
  /** Day on which all this was looked up last, `2026-11-21`. */
  checked: string;
  /** Empty when nothing could be found. */
  sources: readonly FormSource[];
  /** What is not known of it; absent when nothing is missing. */
  missing?: Localized;
  /** What a person needs to know before; each a sentence. */
  before: readonly Localized[];
  fields: readonly [FormField, ...FormField[]];
}

/** Identity helper: gives a form its type and nothing else. */
export function defineForm(form: HandoverForm): HandoverForm {
  return form;
}

/** True when nobody here has seen the form itself. */
export function isSecondHand({ sources }: Pick<HandoverForm, 'sources'>): boolean {
  return !sources.some(({ grade }) => grade === 'A');
}
