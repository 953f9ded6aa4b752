import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { call, explain } from '@/entrypoints/scanner.content/background';
import { RefusedMessageError, StorageError } from '@/utils/errors';

/** Answers of the background in order; `silence` never answers, as a stopped worker does. */
type Answer = { res: unknown } | { err: unknown } | 'silence' | undefined;

function answerWith(...answers: Answer[]): ReturnType<typeof vi.fn> {
  const send = vi.fn((_message: unknown, respond: (answer: Answer) => void) => {
    const answer = answers.shift();
    if (answer !== 'silence') respond(answer);
  });
  vi.stubGlobal('chrome', { runtime: { sendMessage: send, id: fakeBrowser.runtime.id } });
  return send;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function settle<T>(promise: Promise<T>): Promise<T | Error> {
  const caught = promise.catch((error: Error) => error);
  await vi.runAllTimersAsync();
  return caught;
}

const decisions = { reported: [], dismissed: [] };

describe('call', () => {
  test('gives the answer', async () => {
    answerWith({ res: decisions });
    expect(await settle(call('getDecisions', []))).toEqual(decisions);
  });

  test('asks again when the worker was stopped and the answer is lost', async () => {
    const send = answerWith('silence', undefined, { res: decisions });
    expect(await settle(call('getDecisions', []))).toEqual(decisions);
    expect(send).toHaveBeenCalledTimes(3);
  });

  test('gives up after three times, in words for the reader', async () => {
    const send = answerWith('silence', 'silence', 'silence', 'silence');
    expect(await settle(call('getDecisions', []))).toMatchObject({
      message: expect.stringMatching(/did not answer/),
    });
    expect(send).toHaveBeenCalledTimes(3);
  });

  test('does not undo twice', async () => {
    const send = answerWith('silence', { res: true });
    expect(await settle(call('undoReport', { reportId: 'r', seq: 1 }))).toBeInstanceOf(Error);
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('explain', () => {
  test.each([
    [new StorageError('full', new Error('quota')), /is full/],
    [new StorageError('closed', new Error('x')), /closed the local database/],
    [new StorageError('blocked', new Error('x')), /still holds the database/],
    [new StorageError('newer', new Error('x')), /written by a newer version/],
    [new StorageError('unknown', new Error('(x)')), /database cannot be written/],
    [new RefusedMessageError('Message fileReport refused: post.url: bad'), /does not fit/],
    [new Error('Could not establish connection'), /did not answer/],
    ['a string', /did not answer/],
  ])('%s', (error, words) => {
    expect(explain(error)).toMatch(words);
  });
});
