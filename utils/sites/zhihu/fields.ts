export type Field = (snakeName: string) => unknown;

/** One name for both spellings: the API writes `voteup_count`, the page's inline state `voteupCount`. */
export function fieldsOf(raw: Readonly<Record<string, unknown>>): Field {
  return (name) => raw[name] ?? raw[stateName(name)];
}

/** The spelling of the page's inline state. */
export function stateName(snakeName: string): string {
  return snakeName.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}
