import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { LABEL } from '../support/media/pack';
import { idat, png, pngText } from '../support/media/pictures';
import { seriousBarriers } from './axe';
import { BROWSERS, rows, useBrowser } from './support';

const folder = mkdtempSync(join(tmpdir(), 'qingjian-files-'));
const [marked, plain, hostile] = ['marked.png', 'plain.png', '<i>not markup<i>.png'].map((name) =>
  join(folder, name),
) as [string, string, string];

beforeAll(() => {
  writeFileSync(marked, png(pngText('AIGC', LABEL), idat(900)));
  writeFileSync(plain, png(idat(900)));
  writeFileSync(hostile, png(idat(900), pngText('AIGC', LABEL)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the panel says of each file, as soon as it has looked into so many. */
async function results(panel: Page, count: number): Promise<string[]> {
  return until(`${count} files`, async () => {
    const texts = await panel.$$eval('.file-result', (all) =>
      all.map((each) => (each as HTMLElement).innerText),
    );
    return texts.length === count ? texts : undefined;
  });
}

describe.each(BROWSERS)('files of the reader, in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  test('are chosen in the side panel, looked into on this machine, and kept nowhere', async () => {
    const panel = await openExtensionPage(session.driven, '/sidepanel.html', '.file-check');
    const scripts = () => panel.$$eval('link[rel="modulepreload"], script', (all) => all.length);
    const before = await scripts();
    const chooser = (await panel.$('.file-check input')) as ElementHandle<HTMLInputElement>;
    await chooser.uploadFile(marked, plain, hostile);
    const [first, second, third] = await results(panel, 3);
    expect(first).toMatch(/^marked\.png\s+Evidence of AI in the file/);
    expect(second).toMatch(/^plain\.png\s+No evidence of AI found; this proves nothing/);
    expect(third).toMatch(/^<i>not markup<i>\.png\s+Evidence of AI in the file/);
    expect(await panel.$('.file-result i')).toBeNull();
    // What looks into files comes with the first of them.
    expect(await scripts()).toBeGreaterThan(before);
    expect(await seriousBarriers(panel)).toEqual([]);
    expect(await rows(session.reports, 'reports')).toEqual([]);
    await panel.locator('.file-check ::-p-text(Clear the list)').click();
    await results(panel, 0);
    await panel.close();
  });
});

describe('files that are dropped, in chromium', () => {
  const session = useBrowser('chromium', { language: 'en-US' });

  test('are looked into wherever on the panel they fall, and do not take its place', async () => {
    const panel = await openExtensionPage(session.driven, '/sidepanel.html', '.file-check');
    const client = await panel.createCDPSession();
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop', files: string[], items: DragItem[] = []) =>
      client.send('Input.dispatchDragEvent', {
        type,
        x: 100,
        y: 100,
        data: { items, files, dragOperationsMask: 1 },
      });
    for (const type of ['dragEnter', 'dragOver'] as const) await drag(type, [marked]);
    await panel.waitForSelector('.file-check.over');
    await drag('drop', [marked]);
    const [said] = await results(panel, 1);
    expect(said).toContain('Evidence of AI in the file');
    expect(await panel.$('.file-check.over')).toBeNull();

    const address = [{ mimeType: 'text/uri-list', data: 'https://pictures.example/one.png' }];
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await drag(type, [], address);
    await panel.locator('.file-check [role="status"] ::-p-text(Save the picture)').wait();
    expect(panel.url()).toContain('/sidepanel.html');
    await results(panel, 1);
    await panel.close();
  });
});

interface DragItem {
  mimeType: string;
  data: string;
}
