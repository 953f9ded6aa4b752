/** Bad input: told in one line on stderr, exit status 2. */
export class BenchError extends Error {
  override name = 'BenchError';
}
