import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Screenshot } from '@/components/Screenshot';
import { fromBase64 } from '@/utils/base64';
import type { Picture } from '@/utils/model/picture';
import { lightOf, paleGreen } from '../../support/pictures';

let root: HTMLElement;
let stored: Blob | undefined;
const blobOf = ({ webp }: Picture) => new Blob([fromBase64(webp)], { type: 'image/webp' });
const onChange = vi.fn(async (picture: Picture | null) => {
  stored = picture ? blobOf(picture) : undefined;
  show();
});

beforeEach(async () => {
  onChange.mockClear();
  root = document.createElement('main');
  document.body.append(root);
  stored = blobOf(await paleGreen());
  show();
});
afterEach(() => {
  render(null, root);
  root.remove();
});

/** As the reports page does: what is stored is shown. */
function show() {
  render(stored ? <Screenshot blob={stored} at={0} onChange={onChange} /> : null, root);
}
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a stored picture is blacked out in part, again and again, and what is shown is what is stored', async () => {
  await expect.element(page.getByRole('img', { name: /^Screenshot, / })).toBeInTheDocument();
  await button('Black out or remove…').click();
  await expect
    .element(page.getByText('This picture is kept with the report', { exact: false }))
    .toBeVisible();
  for (const n of [1, 2]) {
    (button('Black out a part').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('application')).toHaveFocus();
    if (n === 2) await userEvent.keyboard('{ArrowLeft>38/}');
    await userEvent.keyboard('{Enter}');
    await button('Keep it with the black parts').click();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(n));
    await expect.element(button('Keep it with the black parts')).not.toBeInTheDocument();
  }
  const picture = { width: 400, height: 200, webp: '' };
  const light = await lightOf({ ...picture, webp: (await onChange.mock.calls[1]![0])!.webp });
  expect(light(200, 100)).toBeLessThan(90);
  expect(light(30, 100)).toBeLessThan(90);
  expect(light(350, 20)).toBeGreaterThan(500);
  await button('Black out or remove…').click();
  await expect.element(page.getByRole('img', { name: /^Screenshot, / })).toBeInTheDocument();
});

test('a stored picture is removed', async () => {
  await button('Black out or remove…').click();
  await button('Remove the picture').click();
  expect(onChange).toHaveBeenCalledExactlyOnceWith(null);
  await vi.waitFor(() => expect(root.childElementCount).toBe(0));
});

test('bytes that are no picture say so', async () => {
  stored = new Blob(['text'], { type: 'image/webp' });
  show();
  await button('Black out or remove…').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('The picture cannot be read.');
});
