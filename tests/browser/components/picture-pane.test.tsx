import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import baseCss from '@/components/base.css?inline';
import { PicturePane, type PicturePaneProps } from '@/components/PicturePane';
import pictureCss from '@/components/picture.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import type { Picture } from '@/utils/model/picture';
import { lightOf, paleGreen } from '../../support/pictures';

const BLACK = 90;

let style: HTMLStyleElement;
let host: HTMLElement;
/** Where the pane stands; in a closed shadow root, as in a page. */
let root: HTMLElement;
let picture: Picture;
let on: { [Name in 'onKeep' | 'onRemove']: ReturnType<typeof vi.fn<PicturePaneProps[Name]>> };

beforeEach(async () => {
  style = Object.assign(document.createElement('style'), { textContent: tokensCss + baseCss + pictureCss });
  document.head.append(style);
  host = document.createElement('main');
  host.style.width = '400px';
  document.body.append(host);
  root = host;
  picture = await paleGreen();
  on = { onKeep: vi.fn(async () => undefined), onRemove: vi.fn(async () => undefined) };
});
afterEach(() => {
  render(null, root);
  style.remove();
  host.remove();
});

function show(parts: Partial<PicturePaneProps> = {}) {
  render(<PicturePane picture={picture} kept={false} {...on} {...parts} />, root);
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const stage = () => page.getByRole('application', { name: 'Black out a part of the picture' });
const draft = () => root.querySelector<HTMLElement>('.mask-draft');
/** The light at a place of the canvas, as it is seen. */
const seen = (x: number, y: number) =>
  [...root.querySelector('canvas')!.getContext('2d')!.getImageData(x, y, 1, 1).data.slice(0, 3)].reduce(
    (sum, value) => sum + value,
  );
const shown = () => vi.waitFor(() => expect(seen(5, 5)).toBeGreaterThan(500));
const keptPicture = () => on.onKeep.mock.calls[0]![0];

/** Draws with the real pointer, in parts of the picture. */
async function draw(from: [number, number], to: [number, number]) {
  const at = ([x, y]: [number, number]) => ({ x: x * 400, y: y * 200 });
  await userEvent.dragAndDrop(stage(), stage(), { sourcePosition: at(from), targetPosition: at(to) });
}

describe('a picture that is not kept yet', () => {
  test('is shown, says so, and is kept as it is', async () => {
    show();
    await shown();
    await expect.element(page.getByText('This picture is not kept.')).toBeVisible();
    await expect.element(button('Remove the picture')).not.toBeInTheDocument();
    await button('Keep the picture').click();
    expect(on.onKeep).toHaveBeenCalledExactlyOnceWith(picture);
  });

  test('says why it could not be kept, and can be kept again', async () => {
    on.onKeep.mockRejectedValueOnce(new Error('The disk is full.'));
    show();
    await button('Keep the picture').click();
    await expect.element(page.getByRole('status')).toHaveTextContent('That did not work: The disk is full.');
    await button('Keep the picture').click();
    await expect.element(page.getByRole('status')).toHaveTextContent('');
    expect(on.onKeep).toHaveBeenCalledTimes(2);
  });

  test('that is broken says so', async () => {
    show({ picture: { ...picture, webp: btoa('RIFF') } });
    await vi.waitFor(() =>
      expect(root.querySelector('[role=status]')?.textContent).toBe('The picture cannot be read.'),
    );
  });
});

describe('a picture that is kept', () => {
  test('says so, and can be removed', async () => {
    show({ kept: true });
    await expect
      .element(page.getByText('This picture is kept with the report on this machine.'))
      .toBeVisible();
    await expect.element(button('Keep the picture')).not.toBeInTheDocument();
    await button('Remove the picture').click();
    expect(on.onRemove).toHaveBeenCalledOnce();
    await expect.element(button('Black out a part')).toHaveFocus();
  });

  test('with black parts says that they are not kept yet', async () => {
    show({ kept: true });
    await button('Black out a part').click();
    await draw([0.1, 0.1], [0.4, 0.6]);
    await expect.element(page.getByText('still whole', { exact: false })).toBeVisible();
    await button('Keep it with the black parts').click();
    await vi.waitFor(() => expect(on.onKeep).toHaveBeenCalledOnce());
    const next = keptPicture();
    show({ kept: true, picture: next });
    await expect.element(page.getByText('is kept with the report', { exact: false })).toBeVisible();
    // What is shown now is what is kept, and not the old picture with a box over it.
    await vi.waitFor(() => expect(seen(100, 60)).toBeLessThan(BLACK));
    await expect.element(button('Undo the last part')).not.toBeInTheDocument();
  });
});

describe('blacking out by pointer', () => {
  test('burns the boxes into new bytes, and leaves the rest', async () => {
    show();
    await button('Black out a part').click();
    expect(draft()).toBeNull();
    await draw([0.1, 0.1], [0.4, 0.6]);
    await draw([0.9, 0.9], [0.6, 0.7]);
    await expect.element(page.getByRole('status')).toHaveTextContent('Parts blacked out: 2');
    await vi.waitFor(() => expect(seen(100, 60)).toBeLessThan(BLACK));
    await button('Keep it with the black parts').click();
    await vi.waitFor(() => expect(on.onKeep).toHaveBeenCalledOnce());
    expect(keptPicture().webp).not.toBe(picture.webp);
    const light = await lightOf(keptPicture());
    for (const [x, y] of [
      [45, 25],
      [150, 115],
      [250, 150],
      [350, 170],
    ])
      expect(light(x!, y!), `${x}, ${y}`).toBeLessThan(BLACK);
    for (const [x, y] of [
      [20, 10],
      [200, 100],
      [380, 190],
      [250, 120],
    ])
      expect(light(x!, y!), `${x}, ${y}`).toBeGreaterThan(500);
  });

  test('the last box can be undone, a click is none, and drawing begins only when it was asked for', async () => {
    show();
    await shown();
    await userEvent.click(root.querySelector('canvas')!);
    await expect.element(stage()).not.toBeInTheDocument();
    await button('Black out a part').click();
    await draw([0.1, 0.1], [0.4, 0.6]);
    await userEvent.click(stage(), { position: { x: 300, y: 150 } });
    await expect.element(page.getByRole('status')).toHaveTextContent('Parts blacked out: 1');
    await button('Undo the last part').click();
    await expect.element(button('Black out a part')).toHaveFocus();
    await vi.waitFor(() => expect(seen(100, 60)).toBeGreaterThan(500));
    await button('Keep the picture').click();
    expect(on.onKeep).toHaveBeenCalledExactlyOnceWith(picture);
  });

  test('in a narrow place counts in the pixels of the picture', async () => {
    host.style.width = '200px';
    show();
    await button('Black out a part').click();
    const { width, height } = root.querySelector('canvas')!.getBoundingClientRect();
    expect([width, height]).toEqual([200, 100]);
    await userEvent.dragAndDrop(stage(), stage(), {
      sourcePosition: { x: 20, y: 20 },
      targetPosition: { x: 60, y: 60 },
    });
    await button('Keep it with the black parts').click();
    await vi.waitFor(() => expect(on.onKeep).toHaveBeenCalledOnce());
    const light = await lightOf(keptPicture());
    expect(light(44, 44)).toBeLessThan(BLACK);
    expect(light(116, 116)).toBeLessThan(BLACK);
    expect(light(130, 130)).toBeGreaterThan(500);
    expect(light(30, 30)).toBeGreaterThan(500);
  });
});

describe('blacking out by keys', () => {
  const press = (keys: string) => userEvent.keyboard(keys);
  async function begin() {
    show();
    (button('Black out a part').element() as HTMLElement).focus();
    await press('{Enter}');
    await expect.element(stage()).toHaveFocus();
  }
  const told = () => root.querySelector('[aria-live="polite"]:not([role])')!.textContent;

  test('a box stands in the middle, is moved, sized and set, each step said aloud', async () => {
    await begin();
    expect(told()).toBe('Box: 38% from the left, 38% from the top, 25% wide, 25% high');
    await press('{ArrowLeft>10/}{ArrowUp>5/}');
    expect(told()).toBe('Box: 28% from the left, 28% from the top, 25% wide, 25% high');
    await press('{Shift>}{ArrowRight>5/}{ArrowDown>5/}{/Shift}');
    expect(told()).toBe('Box: 28% from the left, 28% from the top, 30% wide, 35% high');
    await press('{Enter}');
    expect(told()).toBe('');
    await expect.element(page.getByRole('status')).toHaveTextContent('Parts blacked out: 1');
    await expect
      .element(page.getByRole('img', { name: 'Picture of the post; parts blacked out: 1' }))
      .toBeInTheDocument();
    await press('{Escape}');
    await expect.element(button('Black out a part')).toHaveFocus();
    await button('Keep it with the black parts').click();
    await vi.waitFor(() => expect(on.onKeep).toHaveBeenCalledOnce());
    const light = await lightOf(keptPicture());
    expect(light(118, 62)).toBeLessThan(BLACK);
    expect(light(225, 120)).toBeLessThan(BLACK);
    expect(light(104, 50)).toBeGreaterThan(500);
    expect(light(240, 130)).toBeGreaterThan(500);
  });

  test('after one box the next arrow brings another', async () => {
    await begin();
    await press('{Enter}{ArrowLeft}');
    await vi.waitFor(() => expect(told()).not.toBe(''));
    expect(told()).toBe('Box: 38% from the left, 38% from the top, 25% wide, 25% high');
    await press('{ArrowLeft>38/}{Enter}');
    await expect.element(page.getByRole('status')).toHaveTextContent('Parts blacked out: 2');
  });

  test('Escape drops the box and leaves, and nothing around it hears of that', async () => {
    const heard: string[] = [];
    host.addEventListener('keydown', (event) => {
      if (!event.defaultPrevented) heard.push(event.key);
    });
    await begin();
    heard.length = 0;
    await press('{ArrowLeft}{Escape}');
    await vi.waitFor(() => expect(draft()).toBeNull());
    await expect.element(button('Black out a part')).toHaveFocus();
    await expect.element(button('Keep the picture')).toBeVisible();
    expect(heard).toEqual([]);
  });

  test('other keys are not taken', async () => {
    const heard: string[] = [];
    await begin();
    host.addEventListener('keydown', (event) => {
      if (!event.defaultPrevented) heard.push(event.key);
    });
    await press('r{Control>}{ArrowLeft}{/Control}');
    expect(heard).toEqual(['r', 'Control', 'ArrowLeft']);
    expect(told()).toContain('38% from the left');
  });

  test('everything is reached and used with Tab and Enter', async () => {
    show({ kept: true });
    await press('{Tab}');
    await expect.element(button('Black out a part')).toHaveFocus();
    await press('{Enter}');
    await expect.element(stage()).toHaveFocus();
    await press('{Enter}');
    await expect.element(page.getByRole('status')).toHaveTextContent('Parts blacked out: 1');
    await press('{Tab}{Tab}');
    await expect.element(button('Undo the last part')).toHaveFocus();
    await press('{Tab}{Enter}');
    await vi.waitFor(() => expect(on.onKeep).toHaveBeenCalledOnce());
  });
});

test('works inside a closed shadow root', async () => {
  const shadow = host.attachShadow({ mode: 'closed' });
  root = document.createElement('div');
  const inner = document.createElement('style');
  inner.textContent = pictureCss;
  shadow.append(inner, root);
  show();
  await shown();
  root.querySelector('button')!.focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(shadow.activeElement?.className).toContain('masking'));
  const { x, y } = root.querySelector('canvas')!.getBoundingClientRect();
  const pointer = (type: string, dx: number, dy: number) =>
    shadow.activeElement!.dispatchEvent(
      new PointerEvent(type, { clientX: x + dx, clientY: y + dy, button: 0, bubbles: true }),
    );
  vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue();
  pointer('pointerdown', 10, 10);
  pointer('pointermove', 60, 60);
  await vi.waitFor(() => expect(draft()).not.toBeNull());
  pointer('pointercancel', 60, 60);
  await vi.waitFor(() => expect(draft()).toBeNull());
  pointer('pointerdown', 10, 10);
  pointer('pointerup', 60, 60);
  await vi.waitFor(() => expect(seen(30, 30)).toBeLessThan(BLACK));
});

describe.each(['light', 'dark'])('in %s', (scheme) => {
  test.each([false, true])('has nothing that axe complains of, masking: %s', async (masking) => {
    document.documentElement.style.colorScheme = scheme;
    host.style.background = scheme === 'dark' ? '#1d1f21' : '#fff';
    show({ kept: true });
    if (masking) {
      await button('Black out a part').click();
      await draw([0.1, 0.1], [0.4, 0.6]);
    }
    const { violations } = await axe.run(host);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    document.documentElement.style.colorScheme = '';
  });
});
