import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerGestures } from '@/entrypoints/background/gestures';
import { takePicture } from '@/entrypoints/background/screenshot';
import { StorageError } from '@/utils/errors';
import { sendMessage } from '@/utils/messaging/protocol';
import type { ReportDraft } from '@/utils/model/report';
import type { ReportStore } from '@/utils/storage/reports';
import { makeDraft } from '../../support/builders';

vi.mock('@/entrypoints/background/screenshot', () => ({ takePicture: vi.fn() }));
vi.mock('@/utils/messaging/protocol', () => ({ sendMessage: vi.fn() }));

type Listener = (...args: unknown[]) => unknown;
const listeners = { clicked: [] as Listener[], command: [] as Listener[] };
const picture = { width: 40, height: 30, webp: btoa('picture') };
const filed = { reportId: 'r1', seq: 1, isNew: true, screenshot: true };
const store = { file: vi.fn() };
const send = vi.mocked(sendMessage as (type: string, data: unknown, tab: number) => Promise<unknown>);

/** What was done, in order. */
let done: string[];

beforeEach(() => {
  done = [];
  for (const list of Object.values(listeners)) list.length = 0;
  const event = (list: Listener[]) => ({ addListener: (listener: Listener) => list.push(listener) });
  Object.assign(fakeBrowser, {
    contextMenus: {
      onClicked: event(listeners.clicked),
    },
    commands: { onCommand: event(listeners.command) },
  });
  vi.mocked(takePicture)
    .mockReset()
    .mockImplementation(async () => {
      done.push('picture');
      return picture;
    });
  send.mockReset().mockImplementation(async (type) => {
    done.push(type);
    return type === 'pickPost' ? makeDraft({ filedBy: 'menu' }) : undefined;
  });
  store.file.mockReset().mockImplementation(async () => {
    done.push('file');
    return filed;
  });
  registerGestures(store as unknown as ReportStore);
});

const tab = { id: 7, windowId: 3 };
async function click(menuItemId = 'report-post', selectionText?: string) {
  await listeners.clicked[0]?.({ menuItemId, selectionText }, tab);
  await vi.waitFor(() => expect(done.at(-1)).toBe('showFiled'));
}

describe('context menu', () => {
  test('asks which post is meant before a feed can move on, takes the picture, stores both, then shows it', async () => {
    await click();
    expect(done).toEqual(['pickPost', 'picture', 'file', 'showFiled']);
    expect(takePicture).toHaveBeenCalledWith(makeDraft().post.key, { id: 7, windowId: 3 });
    const [draft, kept] = store.file.mock.calls[0] as [ReportDraft, Blob];
    expect(draft.filedBy).toBe('menu');
    expect([kept.type, await kept.text()]).toEqual(['image/webp', 'picture']);
    const shown = { ok: true, filed, draft, picture };
    expect(send).toHaveBeenLastCalledWith('showFiled', shown, 7);
  });

  test('without a picture the report is stored all the same', async () => {
    vi.mocked(takePicture).mockResolvedValue(undefined);
    await click();
    expect(store.file).toHaveBeenCalledWith(expect.anything());
    const [, result] = send.mock.calls.at(-1)!;
    expect(result).toEqual({ ok: true, filed, draft: expect.anything() });
  });

  test('hands over the words that were selected', async () => {
    await click('report-post', '选中的文字');
    expect(send).toHaveBeenCalledWith('pickPost', { by: 'menu', selection: '选中的文字' }, 7);
  });

  test('of another item does nothing', async () => {
    listeners.clicked[0]?.({ menuItemId: 'something-else' }, tab);
    await Promise.resolve();
    expect(done).toEqual([]);
  });

  test('where no post is meant the reader is told, and nothing is stored', async () => {
    send.mockImplementation(async (type) => {
      done.push(type);
      return null;
    });
    await click();
    expect(store.file).not.toHaveBeenCalled();
    expect(send).toHaveBeenLastCalledWith('showFiled', { ok: false, error: 'no-post' }, 7);
  });

  test('a draft that does not fit is refused, and said so', async () => {
    send.mockImplementation(async (type) => {
      done.push(type);
      return type === 'pickPost' ? { post: 'forged' } : undefined;
    });
    await click();
    expect(store.file).not.toHaveBeenCalled();
    expect(send).toHaveBeenLastCalledWith('showFiled', expect.objectContaining({ ok: false }), 7);
  });

  test('a full disk reaches the screen together with the unsaved report', async () => {
    store.file.mockRejectedValue(new StorageError('full', new Error('quota')));
    await click();
    expect(send).toHaveBeenLastCalledWith(
      'showFiled',
      { ok: false, error: expect.stringContaining('(full)'), draft: expect.objectContaining({ note: '' }) },
      7,
    );
  });
});

describe('the menu item of a picture', () => {
  const choose = (info: object) => listeners.clicked[0]?.({ menuItemId: 'check-picture', ...info }, tab);

  test.each(['image', 'video', 'audio'])('hands the %s to its page', (mediaType) => {
    choose({ mediaType, srcUrl: 'https://img.example/a.jpg' });
    expect(send).toHaveBeenCalledExactlyOnceWith(
      'checkShown',
      { type: mediaType, url: 'https://img.example/a.jpg' },
      7,
    );
  });

  test('without a file to name, and in a tab without a content script, does nothing', async () => {
    choose({ mediaType: 'image' });
    choose({ srcUrl: 'https://img.example/a.jpg' });
    expect(send).not.toHaveBeenCalled();
    send.mockRejectedValue(new Error('No response'));
    choose({ mediaType: 'image', srcUrl: 'https://img.example/a.jpg' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).toEqual([]);
  });
});

describe('shortcut', () => {
  test('does the same for the tab that it was pressed in', async () => {
    await listeners.command[0]?.('report-post', tab);
    expect(done).toEqual(['pickPost', 'picture', 'file', 'showFiled']);
    expect(send).toHaveBeenCalledWith('pickPost', { by: 'shortcut', selection: '' }, 7);
  });

  test('in a tab without a content script there is nobody to tell, and nothing breaks', async () => {
    send.mockRejectedValue(new Error('No response'));
    await expect(listeners.command[0]?.('report-post', tab)).resolves.toBeUndefined();
    expect(store.file).not.toHaveBeenCalled();
  });
});
