import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SHIELDED, shieldEvents } from '@/utils/highlight/event-shield';
import { drag, host, inside, listen, openHost, press } from './used-host';

/** What a page hears that listens to everything as early as a page can. */
let heard: string[] = [];
let page: AbortController;

shieldEvents(window);

beforeEach(() => {
  heard = [];
  page = new AbortController();
  for (const type of SHIELDED) {
    window.addEventListener(type, ({ target }) => target === host.element && heard.push(type), {
      capture: true,
      signal: page.signal,
    });
  }
  openHost();
});

afterEach(() => {
  page.abort();
  host.remove();
  document.body.replaceChildren();
});

describe('what the page hears of our interface', () => {
  test('is nothing, whatever is pressed, typed, chosen, dragged or scrolled', async () => {
    await userEvent.hover(document.body, { position: { x: 1, y: 1 } });
    await press('button');
    await userEvent.keyboard('{Enter}{ }');
    await press('textarea', { clickCount: 2 });
    await userEvent.keyboard(
      'note{Control>}a{/Control}{Control>}c{/Control}{Control>}x{/Control}{Control>}v{/Control}',
    );
    expect(inside<HTMLTextAreaElement>('textarea').value).toBe('note');
    await press('label');
    await press('summary');
    await press('select');
    await userEvent.keyboard('{Escape}{ArrowDown}');
    await press('p', { button: 'right' });
    await userEvent.wheel(host.element, { delta: { y: 20 } });
    await userEvent.unhover(host.element);
    expect(heard).toEqual([]);
  });

  test('is everything at its own elements', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    const own: string[] = [];
    for (const type of ['click', 'keydown', 'input', 'focusin', 'selectionchange']) {
      field.addEventListener(type, (event) => own.push(`${event.type} ${event.isTrusted}`), {
        once: true,
      });
    }
    await userEvent.click(field);
    await userEvent.keyboard('a');
    expect(own.sort()).toEqual([
      'click true',
      'focusin true',
      'input true',
      'keydown true',
      'selectionchange true',
    ]);
  });

  test('does not tell that a caret moves in one of our fields', async () => {
    const moved = vi.fn();
    document.addEventListener('selectionchange', moved, { signal: page.signal });
    inside('textarea').focus();
    await new Promise(requestAnimationFrame);
    moved.mockClear();
    await userEvent.keyboard('note');
    await new Promise(requestAnimationFrame);
    expect(moved).not.toHaveBeenCalled();
  });

  test('holds no popover of ours', async () => {
    host.element.popover = 'manual';
    host.element.showPopover();
    host.element.hidePopover();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual([]);
  });
});

describe('what the inside hears', () => {
  test('is a press at the element that was meant, with its place', async () => {
    const clicks: MouseEvent[] = [];
    inside('button').addEventListener('click', (event) => clicks.push(event));
    const seen = listen('button', ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']);
    await press('button');
    expect(seen).toEqual(
      ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'].map((type) => `${type} button`),
    );
    const box = inside('button').getBoundingClientRect();
    expect(clicks[0]!.clientX).toBeCloseTo(box.x + 4, 0);
    expect(clicks[0]!.button).toBe(0);
    expect(clicks[0]!.detail).toBe(1);
    expect(document.activeElement).toBe(host.element);
    expect(host.activeElement()).toBe(inside('button'));
  });

  test('is one click for Enter and one for Space', async () => {
    const seen = listen('button', ['click']);
    inside('button').focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{ }');
    expect(seen).toEqual(['click button', 'click button']);
  });

  test('is every letter, and the field holds it once', async () => {
    const values: string[] = [];
    const keys: string[] = [];
    const field = inside<HTMLTextAreaElement>('textarea');
    field.addEventListener('input', ({ currentTarget }) =>
      values.push((currentTarget as HTMLTextAreaElement).value),
    );
    field.addEventListener('keydown', ({ key, shiftKey }) => keys.push(`${key} ${shiftKey}`));
    await press('textarea');
    await userEvent.keyboard('a{Shift>}B{/Shift}');
    expect(values).toEqual(['a', 'aB']);
    expect(keys.filter((key) => !key.startsWith('Shift'))).toEqual(['a false', 'B true']);
    expect(field.value).toBe('aB');
  });

  test('of a label is its field: ticked once, heard once', async () => {
    const box = inside<HTMLInputElement>('input');
    const seen = listen('label', ['click', 'input', 'change']);
    const ticked: boolean[] = [];
    box.addEventListener('click', () => ticked.push(box.checked));
    await press('label');
    expect(ticked).toEqual([true]);
    expect(box.checked).toBe(true);
    expect(seen).toEqual(['click label', 'click input', 'input input', 'change input']);
    await press('input');
    expect(box.checked).toBe(false);
    await userEvent.keyboard('{ }');
    expect(box.checked).toBe(true);
  });

  test('of a summary opens once', async () => {
    const details = inside<HTMLDetailsElement>('details');
    await press('summary');
    expect(details.open).toBe(true);
    await userEvent.keyboard('{Enter}');
    expect(details.open).toBe(false);
  });

  test('of a list is the choice', async () => {
    const list = inside<HTMLSelectElement>('select');
    const seen = listen('select', ['input', 'change']);
    list.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(list.value).toBe('2');
    expect(seen).toEqual(['input select', 'change select']);
  });

  test('of the focus is where it comes from and goes to, inside and out', async () => {
    const field = document.createElement('input');
    field.style.cssText = 'position: fixed; right: 0; bottom: 0';
    document.body.append(field);
    const seen = listen('textarea', ['focus', 'blur']);
    await press('textarea');
    await press('button');
    await press('textarea');
    await userEvent.click(field);
    expect(seen).toEqual(['focus textarea', 'blur textarea', 'focus textarea', 'blur textarea']);
  });

  test('of a press that ends elsewhere is no click', async () => {
    const seen = listen('button', ['click']);
    const other = listen('textarea', ['click', 'mouseup']);
    const [from, to] = ['button', 'textarea'].map((css) => inside(css).getBoundingClientRect());
    await drag(from!, to!);
    expect(seen).toEqual([]);
    expect(other).toEqual(['mouseup textarea']);
  });

  test('of a key goes to what has the focus, whatever was pressed before', async () => {
    await press('button');
    const seen = listen('button', ['click']);
    const other = listen('summary', ['click']);
    await drag(inside('button').getBoundingClientRect(), new DOMRect(600, 400, 10, 10));
    inside('summary').focus();
    await userEvent.keyboard('{Enter}');
    expect(seen).toEqual([]);
    expect(other).toEqual(['click summary']);
  });

  test('of a drag stays with the element that took the pointer', async () => {
    const button = inside('button');
    button.addEventListener('pointerdown', (event) => button.setPointerCapture(event.pointerId));
    const moves: PointerEvent[] = [];
    button.addEventListener('pointermove', (event) => moves.push(event));
    const from = button.getBoundingClientRect();
    await drag(from, new DOMRect(600, 400, 10, 10));
    expect(moves.some(({ clientX, buttons }) => clientX > 500 && buttons === 1)).toBe(true);
  });
});
