import type { CheckId, Concern, Leaving } from '../model/concern';
import type { Localized } from '../model/localized';
import type { Post } from '../model/post';
import type { Report } from '../model/report';

/** What the packs say of a category, as far as a check needs it. */
export interface CategoryFacts {
  name: Localized;
  /** Id of packs/routes.json. */
  route: string;
  /** Minors or self-harm may be concerned. */
  help: boolean;
  /** It is about a label that is missing. */
  aboutLabel: boolean;
  /** And that label is the one of works of AI, of which files can tell too. */
  aboutAi: boolean;
  questions: readonly Localized[];
}

/** Counter-evidence of the packs (rules/packs/shared/counter.json) that is asked for, by what it speaks of. */
export const COUNTERS = {
  fiction: ['counter/fiction'],
  satire: ['counter/satire'],
  news: ['counter/official', 'counter/reported', 'counter/debunk', 'counter/record', 'counter/consumer'],
} as const;

/** A counter-evidence of the packs that holds for a post. */
export interface CounterFound {
  /** `counter/satire` */
  id: string;
  name: Localized;
  /** The words that make it hold. */
  text: string;
}

/** What the checks know beyond a report; filled from the packs by utils/exchange/check-context.ts. */
export interface CheckContext {
  leaving: Leaving;
  /** Milliseconds since 1970. */
  now: number;
  /** Whether pictures go along. Where they do not, nobody needs to look at them. */
  picturesLeave: boolean;
  category: (id: string) => CategoryFacts | undefined;
  /** Of {@link COUNTERS} those that hold for a post. */
  counters: (post: Post) => readonly CounterFound[];
  counterName: (id: string) => Localized | undefined;
}

/** A report and what is asked of it beside its own fields. */
export interface Checked {
  report: Report;
  /** Pictures that are kept with it. */
  pictures: number;
}

/** One check. Adding one is to add `utils/precheck/checks/<id>.ts` and its words in components/precheck/words.ts. */
export interface Check {
  id: CheckId;
  for: readonly Leaving[];
  look: (checked: Checked, context: CheckContext) => Pick<Concern, 'places' | 'grounds'> | undefined;
}

/** Identity helper: gives a check its type and nothing else. */
export function defineCheck(check: Check): Check {
  return check;
}
