import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mayCapture, takePicture } from '@/entrypoints/background/screenshot';
import { drawPicture } from '@/utils/evidence/draw';
import { sendMessage } from '@/utils/messaging/protocol';
import { makePost } from '../../support/builders';

vi.mock('@/utils/messaging/protocol', () => ({ sendMessage: vi.fn() }));
vi.mock('@/utils/evidence/draw', () => ({ drawPicture: vi.fn() }));

const { key } = makePost();
const tab = { id: 7, windowId: 3 };
const frame = {
  window: { width: 100, height: 80 },
  post: { x: 10, y: 10, width: 50, height: 40 },
  others: [{ x: 20, y: 20, width: 10, height: 10 }],
};
const picture = { width: 100, height: 80, webp: 'UklG' };
const send = vi.mocked(sendMessage as (type: string, data: unknown, tab: number) => Promise<unknown>);
const captureVisibleTab = vi.fn();
const close = vi.fn();

/** What was done, in order, and what the page answers. */
let done: string[];
let answers: Record<string, unknown>;
let clock = 1_790_000_000_000;

beforeEach(() => {
  // Each test comes a while after the one before, whose pictures do not count any more.
  clock += 10_000;
  vi.useFakeTimers({ toFake: ['Date'], now: clock });
  done = [];
  answers = { framePicture: frame, pictureTaken: true, isShown: true };
  Object.assign(fakeBrowser.tabs, { captureVisibleTab });
  captureVisibleTab.mockReset().mockImplementation(async () => {
    done.push('capture');
    return `data:image/jpeg;base64,${btoa('jpeg')}`;
  });
  send.mockReset().mockImplementation(async (type) => {
    done.push(type);
    return answers[type];
  });
  vi.stubGlobal('createImageBitmap', async () => ({ width: 200, height: 160, close: close.mockReset() }));
  vi.mocked(drawPicture).mockReset().mockResolvedValue(picture);
});

afterEach(() => void vi.useRealTimers());

describe('takePicture', () => {
  test('hides our marks, takes the picture, shows them again, and only then makes the picture of the post', async () => {
    expect(await takePicture(key, tab)).toBe(picture);
    expect(done).toEqual(['framePicture', 'capture', 'pictureTaken', 'isShown']);
    expect(send.mock.calls.map(([, , to]) => to)).toEqual([7, 7, 7]);
    expect(captureVisibleTab).toHaveBeenCalledWith(3, { format: 'jpeg', quality: 90 });
    expect(vi.mocked(drawPicture).mock.calls[0]?.[1]).toEqual({
      crop: { x: 20, y: 20, width: 100, height: 80 },
      masks: [{ x: 20, y: 20, width: 20, height: 20 }],
      size: { width: 100, height: 80 },
    });
    expect(close).toHaveBeenCalledOnce();
  });

  test('takes none of a post that is out of sight', async () => {
    answers.framePicture = null;
    expect(await takePicture(key, tab)).toBeUndefined();
    expect(done).toEqual(['framePicture']);
  });

  test('shows our marks again also when the picture may not be taken', async () => {
    captureVisibleTab.mockRejectedValue(new Error("The 'activeTab' permission is not in effect"));
    expect(await takePicture(key, tab)).toBeUndefined();
    expect(done).toEqual(['framePicture', 'pictureTaken']);
  });

  test.each([
    ['moved while it was taken', { pictureTaken: false }],
    ['is of another post meanwhile', { isShown: false }],
    ['is of a window of another shape', { framePicture: { ...frame, window: { width: 100, height: 20 } } }],
    ['has boxes that are none', { framePicture: { ...frame, others: [{ x: 'left' }] } }],
    ['has more than it may hold', { framePicture: { ...frame, others: Array(501).fill(frame.post) } }],
    ['has no end', { framePicture: { ...frame, post: { ...frame.post, width: Infinity } } }],
  ])('throws away a picture that %s', async (_, changed) => {
    Object.assign(answers, changed);
    expect(await takePicture(key, tab)).toBeUndefined();
    expect(drawPicture).not.toHaveBeenCalled();
  });

  test('a picture that cannot be encoded is none; the report goes on without it', async () => {
    vi.mocked(drawPicture).mockRejectedValue(new Error('too large'));
    expect(await takePicture(key, tab)).toBeUndefined();
  });

  test('a page that is gone gives none', async () => {
    send.mockRejectedValue(new Error('No response'));
    expect(await takePicture(key, tab)).toBeUndefined();
    expect(captureVisibleTab).not.toHaveBeenCalled();
  });
});

describe('mayCapture', () => {
  test('is known by trying, without a word to the page', async () => {
    expect(await mayCapture(tab)).toBe(true);
    captureVisibleTab.mockRejectedValue(new Error('not in effect'));
    expect(await mayCapture(tab)).toBe(false);
    expect(send).not.toHaveBeenCalled();
  });

  test('waits for its turn where pictures are allowed, and not where they were just refused', async () => {
    vi.useFakeTimers({ now: clock });
    expect(await mayCapture(tab)).toBe(true);
    expect(await takePicture(key, tab)).toBe(picture);
    const third = mayCapture(tab);
    await vi.advanceTimersByTimeAsync(500);
    expect(captureVisibleTab).toHaveBeenCalledTimes(2);
    captureVisibleTab.mockRejectedValue(new Error('not in effect'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await third).toBe(false);
    expect(await mayCapture(tab)).toBe(false);
    expect(await mayCapture(tab)).toBe(false);
    expect(captureVisibleTab).toHaveBeenCalledTimes(4);
  });

  test('waits again where a gesture has granted pictures since they were refused', async () => {
    vi.useFakeTimers({ now: clock });
    captureVisibleTab.mockRejectedValueOnce(new Error('not in effect'));
    expect(await mayCapture(tab)).toBe(false);
    expect(await takePicture(key, tab)).toBe(picture);
    const third = mayCapture(tab);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await third).toBe(true);
  });
});
