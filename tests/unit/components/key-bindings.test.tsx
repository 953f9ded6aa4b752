// @vitest-environment happy-dom
import '../../support/cleanup';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { KeyBindings } from '@/components/KeyBindings';
import { KEY_ACTIONS, type Platform } from '@/utils/keys/binding';
import { DEFAULT_KEYS, type Keys, rebind } from '@/utils/keys/keys';
import { useLanguage } from '../../support/setup';

function show(platform: Platform = 'other', initial: Keys = DEFAULT_KEYS) {
  const onBind = vi.fn();
  function Holder() {
    const [keys, setKeys] = useState(initial);
    return (
      <KeyBindings
        keys={keys}
        platform={platform}
        onBind={(action, binding) => {
          onBind(action, binding);
          setKeys(rebind(keys, action, binding));
        }}
      />
    );
  }
  render(<Holder />);
  return { onBind, user: userEvent.setup() };
}

const row = (name: string) =>
  within(screen.getAllByRole('listitem').find(({ firstChild }) => firstChild?.textContent === name)!);
const change = (name: string) => screen.getByRole('button', { name: `Change the key of “${name}”` });
const asking = () => screen.queryByRole('button', { name: 'Press Alt and a key…' });
const keyOf = (name: string) => row(name).getByText(/^(?:Alt\+|⌥)/, { selector: 'kbd' }).textContent;
const problem = (name: string) => row(name).queryByRole('alert')?.textContent ?? '';

describe('the keys', () => {
  test('are listed with what they do, all of them', () => {
    show();
    expect(screen.getAllByRole('listitem')).toHaveLength(KEY_ACTIONS.length);
    expect(keyOf('Next marked post')).toBe('Alt+J');
    expect(keyOf('List of keys')).toBe('Alt+/');
  });

  test('have the names of the platform, in the language of the reader', () => {
    useLanguage('zh_CN');
    show('mac');
    expect(row('下一条').getByText('⌥J')).toBeTruthy();
  });

  test('are changed by pressing another', async () => {
    const { onBind, user } = show();
    await user.click(change('Next marked post'));
    expect(document.activeElement).toBe(asking());
    expect(screen.getByRole('status').textContent).toContain('“Next marked post”: press Alt');
    await user.keyboard('{Alt>}{Shift>}n{/Shift}{/Alt}');
    expect(onBind.mock.calls).toEqual([['next', { code: 'KeyN', shift: true }]]);
    expect(keyOf('Next marked post')).toBe('Alt+Shift+N');
    expect(asking()).toBeNull();
    expect(document.activeElement).toBe(change('Next marked post'));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('are not changed by a key that another action has; that is said, and the next press counts', async () => {
    const { onBind, user } = show();
    await user.click(change('Next marked post'));
    await user.keyboard('{Alt>}k{/Alt}');
    expect(problem('Next marked post')).toBe(
      'Alt+K already stands for “Previous marked post”. Choose another.',
    );
    expect(onBind).not.toHaveBeenCalled();
    await user.keyboard('{Alt>}n{/Alt}');
    expect(onBind).toHaveBeenCalledWith('next', { code: 'KeyN', shift: false });
    expect(problem('Next marked post')).toBe('');
  });

  test.each([
    ['a key alone', 'n', 'Use Alt'],
    ['a key with Ctrl', '{Control>}n{/Control}', 'Use Alt'],
    ['an arrow', '{Alt>}{ArrowDown}{/Alt}', 'Use Alt'],
    ['a key of the browser', '{Alt>}d{/Alt}', 'Alt+D belongs to the browser'],
    ['the shortcut of the extension', '{Alt>}{Shift>}q{/Shift}{/Alt}', 'Alt+Shift+Q is the shortcut'],
  ])('are not changed by %s', async (_, typed, words) => {
    const { onBind, user } = show();
    await user.click(change('Report it'));
    await user.keyboard(typed);
    expect(problem('Report it')).toContain(words);
    expect(onBind).not.toHaveBeenCalled();
    expect(asking()).toBeTruthy();
  });

  test('are left as they are by Escape, by leaving with Tab, and by asking for another', async () => {
    const { onBind, user } = show();
    await user.click(change('Report it'));
    await user.keyboard('{Escape}');
    expect(asking()).toBeNull();
    await user.click(change('Report it'));
    await user.tab();
    expect(asking()).toBeNull();
    await user.click(change('Report it'));
    await user.click(change('Next marked post'));
    expect(screen.getAllByRole('button', { name: 'Press Alt and a key…' })).toHaveLength(1);
    expect(change('Report it')).toBeTruthy();
    expect(onBind).not.toHaveBeenCalled();
  });

  test('are not changed by what an input method has', async () => {
    const { onBind, user } = show();
    await user.click(change('Report it'));
    fireEvent.keyDown(asking()!, { code: 'KeyN', key: 'Process', keyCode: 229, altKey: true });
    expect(onBind).not.toHaveBeenCalled();
  });

  test('keep the browser from using a key that is being chosen, and Firefox from showing its menus', async () => {
    const { user } = show();
    await user.click(change('Report it'));
    expect(fireEvent.keyDown(asking()!, { key: 'd', code: 'KeyD', altKey: true })).toBe(false);
    expect(fireEvent.keyUp(asking()!, { key: 'Alt', code: 'AltLeft' })).toBe(false);
    expect(fireEvent.keyDown(asking()!, { key: 'Tab', code: 'Tab' })).toBe(true);
  });
});

describe('one key', () => {
  const moved = rebind(DEFAULT_KEYS, 'next', { code: 'KeyN', shift: false });

  test('goes back to the default, where the focus stays', async () => {
    const { onBind, user } = show('other', moved);
    expect(screen.getAllByRole('button', { name: /^Back to/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Back to Alt+J: Next marked post' }));
    expect(onBind).toHaveBeenCalledWith('next', DEFAULT_KEYS.bindings.next);
    expect(screen.queryByRole('button', { name: /^Back to/ })).toBeNull();
    expect(document.activeElement).toBe(change('Next marked post'));
  });

  test('does not when another action has the default now, and says which', async () => {
    const taken = rebind(moved, 'report', DEFAULT_KEYS.bindings.next);
    const { onBind, user } = show('other', taken);
    await user.click(screen.getByRole('button', { name: 'Back to Alt+J: Next marked post' }));
    expect(problem('Next marked post')).toBe('Alt+J already stands for “Report it”. Choose another.');
    expect(onBind).not.toHaveBeenCalled();
  });
});
