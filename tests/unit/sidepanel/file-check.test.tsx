// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FileCheck } from '@/entrypoints/sidepanel/FileCheck';
import { FileResults } from '@/entrypoints/sidepanel/FileResults';
import { MAX_FILES } from '@/entrypoints/sidepanel/file-round';
import type { FileTools } from '@/entrypoints/sidepanel/use-file-round';
import type { MediaFindings } from '@/utils/evidence/engine/order';
import { useLanguage } from '../../support/setup';

const NONE: MediaFindings = { verdict: 'none', evidence: [], via: 'file' };
const AI: MediaFindings = {
  verdict: 'ai',
  evidence: [{ mechanism: 'a1111', strength: 'B2', kind: 'ai', place: 'png-text' }],
  container: 'png',
  via: 'file',
  bytesRead: 100,
  requests: 1,
  sha256: 'ab'.repeat(32),
};
const checkLocal = vi.fn<(file: File) => Promise<MediaFindings>>();
const close = vi.fn();
const load = vi.fn(
  async (): Promise<FileTools> => ({
    openEngine: () => ({ checkLocal, close }),
    Results: FileResults,
  }),
);

beforeEach(() => {
  checkLocal.mockReset().mockImplementation(async ({ name }) => (name.startsWith('ai') ? AI : NONE));
  close.mockReset();
  load.mockClear();
});

const open = () => render(<FileCheck load={load} />);
const chooser = () => screen.getByLabelText('AI evidence in files', { selector: 'input' });
const choose = (...names: string[]) =>
  userEvent.upload(
    chooser() as HTMLInputElement,
    names.map((name) => new File(['x'], name)),
    { applyAccept: false },
  );
type Transfer = ReturnType<typeof transfer>;
/** Returns whether the browser would do what it does with what is dragged. */
function drag(type: 'dragover' | 'dragleave' | 'drop', dataTransfer: Transfer | null): boolean {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
    dataTransfer,
    relatedTarget: null,
  });
  return document.body.dispatchEvent(event);
}
/** Effects run after the first frame. */
const ready = () =>
  waitFor(() => {
    expect(drag('dragover', transfer(['Files']))).toBe(false);
    drag('dragleave', null);
  });
const transfer = (types: string[], files: File[] = []) => ({
  types,
  items: files.map((file) => ({
    kind: 'file',
    getAsFile: () => file,
    webkitGetAsEntry: () => ({ isDirectory: file.name === 'folder' }),
  })),
});

describe('files of the reader', () => {
  test('load nothing until the first is there', async () => {
    open();
    expect(load).not.toHaveBeenCalled();
    await choose('ai.png');
    await screen.findByRole('article', { name: 'ai.png' });
    expect(load).toHaveBeenCalledOnce();
  });

  test('are looked into, each with what came of it, and counted', async () => {
    open();
    await choose('ai.png', 'plain.png');
    await screen.findByText('Files looked into: 2; with AI evidence: 1');
    const results = screen.getByRole('region', { name: 'What the files say' });
    expect(within(results).getAllByRole('article')).toHaveLength(2);
    expect(checkLocal).toHaveBeenCalledTimes(2);
    await waitFor(() => expect(close).toHaveBeenCalled());
  });

  test('are counted in a place that is read aloud', async () => {
    open();
    const status = screen.getByRole('status');
    await choose('ai.png');
    await waitFor(() => expect(status.textContent).toBe('Files looked into: 1; with AI evidence: 1'));
  });

  test('have names that are shown as text', async () => {
    open();
    const name = '<img src=x onerror=alert(1)>\u202egnp.png';
    await choose(name);
    const result = await screen.findByRole('article');
    expect(result.querySelector('img')).toBeNull();
    expect(result.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(result.textContent).not.toContain('\u202e');
  });

  test('can be stopped, and what was found stays', async () => {
    let answer: (findings: MediaFindings) => void = () => undefined;
    checkLocal.mockImplementation(({ name }) =>
      name === 'ai.png'
        ? Promise.resolve(AI)
        : new Promise((resolve) => {
            answer = resolve;
          }),
    );
    close.mockImplementation(() => answer({ ...NONE, verdict: 'unreadable', trouble: 'stopped' }));
    open();
    await choose('ai.png', 'slow.mp4', 'later.mp4');
    await screen.findByText('Looking into files: 1 of 3');
    expect(screen.queryByRole('button', { name: 'Clear the list' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await screen.findByText('Files looked into: 1; with AI evidence: 1');
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });

  test('are cleared, and the focus goes where new ones are chosen', async () => {
    open();
    await choose('ai.png');
    await userEvent.click(await screen.findByRole('button', { name: 'Clear the list' }));
    expect(screen.queryByRole('article')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose files…' }));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('are chosen with a button that opens the browser’s own dialogue', async () => {
    open();
    const click = vi.spyOn(chooser(), 'click');
    await userEvent.click(screen.getByRole('button', { name: 'Choose files…' }));
    expect(click).toHaveBeenCalledOnce();
  });

  test('are given up when the panel goes', async () => {
    checkLocal.mockReturnValue(new Promise(() => undefined));
    const { unmount } = open();
    await ready();
    await choose('slow.mp4');
    await waitFor(() => expect(checkLocal).toHaveBeenCalled());
    unmount();
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
  });

  test('are not looked into when that cannot be loaded, and it says so', async () => {
    load.mockRejectedValueOnce(new Error('the package is damaged'));
    open();
    await choose('ai.png');
    expect((await screen.findByRole('alert')).textContent).toContain('the package is damaged');
  });
});

describe('what is dropped on the panel', () => {
  test('is looked into, wherever it falls', async () => {
    open();
    await ready();
    const dataTransfer = transfer(['Files'], [new File(['x'], 'ai.png')]);
    expect(drag('dragover', dataTransfer)).toBe(false);
    await screen.findByText('Let go to look into it');
    expect(drag('drop', dataTransfer)).toBe(false);
    await screen.findByRole('article', { name: 'ai.png' });
    expect(screen.queryByText('Let go to look into it')).toBeNull();
  });

  test('is awaited no longer when it leaves the panel', async () => {
    open();
    await ready();
    drag('dragover', transfer(['Files']));
    await screen.findByText('Let go to look into it');
    drag('dragleave', null);
    await waitFor(() => expect(screen.queryByText('Let go to look into it')).toBeNull());
  });

  test('is left to the browser when it is text', async () => {
    open();
    await ready();
    const dataTransfer = transfer(['text/plain']);
    expect(drag('dragover', dataTransfer)).toBe(true);
    expect(drag('drop', dataTransfer)).toBe(true);
  });

  test('is told to be an address alone, with what to do', async () => {
    open();
    await ready();
    drag('drop', transfer(['text/uri-list']));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Save the picture'));
    expect(load).not.toHaveBeenCalled();
  });

  test('is told to be a folder, or too much', async () => {
    open();
    await ready();
    drag('drop', transfer(['Files'], [new File([], 'folder')]));
    await screen.findByText(/Folders are not opened/);
    const many = Array.from({ length: MAX_FILES + 1 }, (_, i) => new File(['x'], `${i}.png`));
    drag('drop', transfer(['Files'], many));
    await screen.findByText(`The list holds at most ${MAX_FILES} files; the others were left out.`);
    expect(screen.queryByText(/Folders are not opened/)).toBeNull();
  });

  test('is spoken of in Chinese', async () => {
    useLanguage('zh_CN');
    open();
    await ready();
    screen.getByRole('heading', { name: '查看文件里的 AI 制作证据' });
    drag('drop', transfer(['Files'], [new File(['x'], 'ai.png')]));
    await screen.findByText('已查看 1 个文件，其中 1 个带有 AI 制作的证据');
  });
});
