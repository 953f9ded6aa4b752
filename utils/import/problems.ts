/** What can be wrong with a file or with one of its rows; the interface has words for each. */
export const IMPORT_PROBLEMS = [
  // The file as a whole.
  'empty',
  'unreadable',
  'encoding',
  'not-ours',
  'newer',
  'no-reports',
  'cut-off',
  'zip-damaged',
  'zip-encrypted',
  'zip-paths',
  'zip-bomb',
  'too-large',
  'too-many-columns',
  'too-many-rows',
  'too-many-problems',
  'hash',
  // One row.
  'row-quotes',
  'row-cells',
  'row-json',
  'row-shape',
  'row-large',
  'row-repeated',
  'picture',
] as const;

/** What a file that is not ours looks like. */
export const FILE_LOOKS = [
  'workbook',
  'old-workbook',
  'document',
  'web-page',
  'json-list',
  'case-list',
  'sponsorblock',
  'douyin',
] as const;
export type FileLook = (typeof FILE_LOOKS)[number];

export interface ImportProblem {
  code: (typeof IMPORT_PROBLEMS)[number];
  /** Line or record, from 1 as a spreadsheet or an editor counts; absent when it concerns the file. */
  row?: number;
  /** The file within a ZIP. */
  file?: string;
  /** What was found, for instance `post.url: expected a web address`, or the names of the columns. */
  detail: string;
  /** Of `not-ours`: what it looks like, where that can be told. */
  looks?: FileLook;
  /** Nothing after it was read. */
  fatal?: true;
}

const MAX_DETAIL = 300;

/** Words from a file, short enough for a list. */
export function detailText(text: string): string {
  return text.length > MAX_DETAIL ? `${text.slice(0, MAX_DETAIL - 1)}…` : text;
}

/** Names from a file: so many of them as fit into one line of a list. */
export function detailNames(names: readonly string[]): string {
  const first = names.slice(0, 20).map((name) => name.slice(0, 40));
  return detailText(first.join(', ') + (names.length > first.length ? ', …' : ''));
}

/** As an item of a file that is read. */
export function problem(of: ImportProblem): { type: 'problem'; problem: ImportProblem } {
  return { type: 'problem', problem: of };
}
