import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failuresIn, type VitestReport } from '../../../scripts/lib/failures';

const root = '/project';
const report = (testResults: Partial<VitestReport['testResults'][number]>[]): VitestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: testResults.map((each) => ({
    name: join(root, 'tests/a.test.ts'),
    status: 'passed',
    assertionResults: [],
    ...each,
  })),
});

test('every failed test is named with its file and its reason', () => {
  const passed = { fullName: 'b', status: 'passed' };
  const failed = { fullName: 'a does c', status: 'failed', failureMessages: ['expected 1', 'to be 2'] };
  expect(failuresIn(report([{ status: 'failed', assertionResults: [passed, failed] }]), root)).toEqual([
    '✗ tests/a.test.ts: a does c\nexpected 1\nto be 2',
  ]);
});

test('a file that could not be run is named with its reason', () => {
  expect(failuresIn(report([{ status: 'failed', message: 'no such module' }]), root)).toEqual([
    '✗ tests/a.test.ts\nno such module',
  ]);
});

test('nothing is said of what passed, and of a long reason only its beginning', () => {
  expect(failuresIn(report([{}]), root)).toEqual([]);
  const long = { fullName: 'a', status: 'failed', failureMessages: ['x'.repeat(5_000)] };
  expect(failuresIn(report([{ assertionResults: [long] }]), root)[0]).toHaveLength(
    2_000 + '✗ tests/a.test.ts: a\n'.length,
  );
});
