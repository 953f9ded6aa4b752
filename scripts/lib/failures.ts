import { relative } from 'node:path';

/** The part of Vitest's JSON report that is read here. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    /** The file. */
    name: string;
    /** Why the file as a whole could not be run. */
    message?: string;
    status: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

/** Of one failure, in characters: a property test tells its seed and its counterexample within them. */
const MOST = 2_000;

/** Each failed test with its reason, and each file that could not be run; files are named from `root` on. */
export function failuresIn({ testResults }: VitestReport, root: string): string[] {
  return testResults.flatMap(({ name, message, status, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [told(file, message)] : [];
    return failed.map(({ fullName, failureMessages }) =>
      told(`${file}: ${fullName}`, failureMessages?.join('\n')),
    );
  });
}

function told(what: string, why = ''): string {
  return `✗ ${what}\n${why.slice(0, MOST)}`;
}
