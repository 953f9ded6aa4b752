/** Bad input: told in one line on stderr, exit status 2. */
export class BadInput extends Error {
  override name = 'BadInput';
}
