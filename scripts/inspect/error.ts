/** Bad input: told in one line on stderr, exit status 2. */
export class InspectError extends Error {
  override name = 'InspectError';
}
