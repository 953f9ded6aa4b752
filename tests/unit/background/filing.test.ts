import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fileFromCard, fileWithPicture } from '@/entrypoints/background/filing';
import { mayCapture, takePicture } from '@/entrypoints/background/screenshot';
import type { ReportStore } from '@/utils/storage/reports';
import { pictures } from '@/utils/storage/settings';
import { makeDraft, makeReport } from '../../support/builders';

vi.mock('@/entrypoints/background/screenshot', () => ({ mayCapture: vi.fn(), takePicture: vi.fn() }));

const draft = makeDraft();
const tab = { id: 7, windowId: 3 };
const picture = { width: 40, height: 30, webp: btoa('picture') };
const store = { file: vi.fn(), findByPost: vi.fn(), get: vi.fn() };
const reports = store as unknown as ReportStore;

beforeEach(() => {
  vi.mocked(mayCapture).mockReset().mockResolvedValue(true);
  vi.mocked(takePicture).mockReset().mockResolvedValue(picture);
  store.findByPost.mockReset().mockResolvedValue(undefined);
  store.get.mockReset();
  store.file.mockReset().mockImplementation(async (_, kept?: Blob) => ({
    reportId: 'r1',
    seq: 1,
    isNew: true,
    screenshot: kept !== undefined,
  }));
});

describe('a filing with a picture', () => {
  test('keeps it at once unless the reader chose otherwise, and hands it over to be seen', async () => {
    expect(await fileWithPicture(reports, draft, tab)).toMatchObject({ screenshot: true, picture });
    const kept = store.file.mock.calls[0]?.[1] as Blob;
    expect([kept.type, await kept.text()]).toEqual(['image/webp', 'picture']);
  });

  test('keeps nothing before it was asked, and hands it over to be asked about', async () => {
    await pictures.setValue('ask');
    expect(await fileWithPicture(reports, draft, tab)).toMatchObject({ screenshot: false, picture });
    expect(store.file).toHaveBeenCalledWith(draft, undefined);
  });

  test('takes none when the reader wants none', async () => {
    await pictures.setValue('none');
    expect(await fileWithPicture(reports, draft, tab)).not.toHaveProperty('picture');
    expect(takePicture).not.toHaveBeenCalled();
    expect(store.file).toHaveBeenCalledWith(draft);
  });

  test('is a filing without one when none could be taken', async () => {
    vi.mocked(takePicture).mockResolvedValue(undefined);
    const filed = await fileWithPicture(reports, draft, tab);
    expect(filed).toMatchObject({ screenshot: false });
    expect(filed).not.toHaveProperty('picture');
  });
});

describe('a filing on a card', () => {
  test('has a picture where an earlier gesture granted one', async () => {
    expect(await fileFromCard(reports, draft, tab)).toMatchObject({ screenshot: true, picture });
    expect(takePicture).toHaveBeenCalledWith(draft.post.key, tab);
  });

  test('has none where no gesture granted one, and nothing on the page is hidden for it', async () => {
    vi.mocked(mayCapture).mockResolvedValue(false);
    expect(await fileFromCard(reports, draft, tab)).toMatchObject({ screenshot: false });
    expect(takePicture).not.toHaveBeenCalled();
  });

  test('is not even tried when the reader wants none', async () => {
    await pictures.setValue('none');
    expect(await fileFromCard(reports, draft, tab)).toMatchObject({ screenshot: false });
    expect(mayCapture).not.toHaveBeenCalled();
  });

  test('that is said again takes no second picture: the first may have been removed', async () => {
    const report = makeReport();
    store.findByPost.mockResolvedValue(report);
    store.get.mockResolvedValue({ report, history: [{ action: 'filed', filing: draft.filing }] });
    expect(await fileFromCard(reports, draft, tab)).not.toHaveProperty('picture');
    expect(mayCapture).not.toHaveBeenCalled();
    expect(store.file).toHaveBeenCalledWith(draft);
  });

  test('of a post that was reported before is another filing', async () => {
    const report = makeReport();
    store.findByPost.mockResolvedValue(report);
    store.get.mockResolvedValue({ report, history: [{ action: 'filed', filing: 'another' }] });
    expect(await fileFromCard(reports, draft, tab)).toMatchObject({ picture });
  });

  test('from a page without a tab is stored', async () => {
    await fileFromCard(reports, draft, undefined);
    await fileFromCard(reports, draft, { id: 7 });
    expect(store.file).toHaveBeenCalledTimes(2);
    expect(mayCapture).not.toHaveBeenCalled();
  });
});
