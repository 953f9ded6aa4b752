import { FACETS, type Facet, type ReportQuery } from '../model/queue';
import { searchedWords } from './search-text';

/** A query made ready for many reports. */
export interface CompiledQuery {
  /** Folded; each must stand in the report's text. */
  words: readonly string[];
  /** Facets of which something is chosen. */
  chosen: readonly { facet: Facet; values: ReadonlySet<string> }[];
  /** Half-open span of time, in milliseconds since 1970. */
  from: number;
  until: number;
  copies: boolean;
  disagree: boolean;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

export function compileQuery(query: ReportQuery): CompiledQuery {
  return {
    words: searchedWords(query.text),
    chosen: FACETS.flatMap((facet) =>
      query[facet].length > 0 ? [{ facet, values: new Set<string>(query[facet]) }] : [],
    ),
    from: startOfDay(query.from) ?? Number.NEGATIVE_INFINITY,
    until: startOfDay(query.to, 1) ?? Number.POSITIVE_INFINITY,
    copies: query.copies,
    disagree: query.disagree,
  };
}

/** Local midnight in milliseconds, `later` days after the one named; undefined when none is. */
function startOfDay(day: string, later = 0): number | undefined {
  const parts = DAY.exec(day);
  if (!parts) return undefined;
  // Through the calendar, not by adding hours: a day on which the clocks change has 23 or 25.
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + later).getTime();
}
