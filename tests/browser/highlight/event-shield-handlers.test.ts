import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { onOwnMenu } from '@/utils/highlight/event-shield';
import { host, inside, listen, openHost, press } from './used-host';

beforeEach(openHost);
afterEach(() => host.remove());

describe('handlers', () => {
  test('can cancel what the browser would do', async () => {
    const box = inside<HTMLInputElement>('input');
    const seen: boolean[] = [];
    box.addEventListener('click', (event) => {
      seen.push(event.defaultPrevented);
      event.preventDefault();
      seen.push(event.defaultPrevented);
    });
    await press('input');
    expect(box.checked).toBe(false);
    expect(seen).toEqual([false, true]);
    inside('textarea').addEventListener('keydown', (event) => event.key === 'b' && event.preventDefault());
    await press('textarea');
    await userEvent.keyboard('abc');
    expect(inside<HTMLTextAreaElement>('textarea').value).toBe('ac');
  });

  test('can stop an event from going further', async () => {
    const outer = listen('label', ['click']);
    inside('input').addEventListener('click', (event) => event.stopPropagation());
    await press('input');
    expect(outer).toEqual([]);
  });

  test('may move the focus while they are called', async () => {
    const seen = listen('textarea', ['focus']);
    const after = vi.fn();
    inside('button').addEventListener('click', () => inside('textarea').focus());
    host.container.addEventListener('click', after);
    await press('button');
    expect(seen).toEqual(['focus textarea']);
    expect(after).toHaveBeenCalledTimes(1);
  });

  test('learn of modifiers', async () => {
    const held: boolean[] = [];
    inside('textarea').addEventListener('keydown', (event) => held.push(event.getModifierState('Alt')));
    inside('textarea').focus();
    await userEvent.keyboard('{Alt>}r{/Alt}');
    expect(held).toEqual([true, true]);
  });
});

describe('copies', () => {
  test('count only while they are handed on: one that was caught cannot be used again', async () => {
    const pressed = vi.fn();
    let caught: Event | undefined;
    inside('button').addEventListener('click', (event) => {
      caught = event;
      pressed();
    });
    await press('button');
    expect(pressed).toHaveBeenCalledTimes(1);
    inside('button').dispatchEvent(caught!);
    expect(pressed).toHaveBeenCalledTimes(1);
  });
});

describe('a menu on our interface', () => {
  test('is told to whoever asked, until they stop', async () => {
    const opened = vi.fn();
    const asking = new AbortController();
    onOwnMenu(opened, asking.signal);
    await press('p', { button: 'right' });
    expect(opened).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Escape}');
    asking.abort();
    await press('p', { button: 'right' });
    expect(opened).toHaveBeenCalledTimes(1);
  });
});
