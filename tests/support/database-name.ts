/** A name that no other test has, in this run or an earlier one of the same browser. */
export function newDatabaseName(): string {
  return `test-${crypto.randomUUID()}`;
}
