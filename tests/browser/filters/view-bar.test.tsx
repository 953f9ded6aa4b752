import axe from 'axe-core';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ViewBar, type ViewBarProps } from '@/components/filters/ViewBar';
import { closePage, openPage, root } from './bench';

const VIEWS = [
  { id: 'all', name: 'All reports', builtIn: true },
  { id: 'undecided', name: 'Undecided', builtIn: true },
  { id: 'own-1', name: 'Zhihu this month', builtIn: false },
];

beforeEach(() => openPage());
afterEach(closePage);

/** The bar with what was asked of it; whatever is done with a view, what is shown is then as it is saved. */
function showViews(first: string, parts: Partial<ViewBarProps> = {}): string[] {
  const asked: string[] = [];
  function Page() {
    const [current, setCurrent] = useState(VIEWS.find(({ id }) => id === first)!);
    const [changed, setChanged] = useState(parts.changed ?? false);
    const heard = (what: string, id = current.id) => {
      asked.push(what);
      setCurrent(VIEWS.find((view) => view.id === id)!);
      setChanged(false);
    };
    return (
      <ViewBar
        views={VIEWS}
        unread={0}
        problem=""
        onChoose={(id) => heard(`choose ${id}`, id)}
        onSave={() => heard('save')}
        onSaveAs={(name) => heard(`save as ${name}`, 'own-1')}
        onRename={(name) => heard(`rename ${name}`)}
        onDelete={() => heard('delete', 'all')}
        onProblemClose={() => heard('close')}
        {...parts}
        current={current}
        changed={changed}
      />
    );
  }
  render(<Page />, root);
  return asked;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const menuButton = () => root.querySelector<HTMLElement>('.menu-button');
const focused = () => document.activeElement as HTMLElement;

describe('views by keyboard', () => {
  test('the list opens at the current view, and choosing leads back to its button', async () => {
    const asked = showViews('undecided');
    menuButton()?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused().textContent).toBe('Undecided');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(asked).toEqual(['choose own-1']);
    await expect.poll(() => focused()).toBe(menuButton());
    expect(menuButton()?.textContent).toContain('Zhihu this month');
  });

  test('saving under a name: a name that is taken or empty is explained, Esc gives up', async () => {
    const asked = showViews('all', { changed: true });
    await button('Save as…').click();
    await expect.poll(() => focused().getAttribute('aria-label')).toBe('Name of the view');
    await userEvent.keyboard('Undecided{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('There is a view with this name.');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused()).toBe(menuButton());
    await button('Save as…').click();
    await userEvent.keyboard('  {Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Give it a name.');
    await userEvent.keyboard('Mine {Enter}');
    expect(asked).toEqual(['save as Mine']);
    await expect.poll(() => focused()).toBe(menuButton());
  });

  test('renaming starts with the name and does not take it for another view', async () => {
    const asked = showViews('own-1');
    await button('Rename…').click();
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual(['rename Zhihu this month']);
  });

  test.each([
    ['Save', 'save'],
    ['Reset', 'choose own-1'],
    ['Delete', 'delete'],
  ])('%s goes away with the focus, which returns to the menu', async (name, heard) => {
    const asked = showViews('own-1', { changed: true });
    (page.getByRole('button', { name, exact: true }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual([heard]);
    await expect.poll(() => focused()).toBe(menuButton());
  });
});

test('what comes with the extension can be neither saved over, renamed nor deleted', async () => {
  showViews('undecided', { changed: true });
  const names = [...root.querySelectorAll('.view-bar > .button:not(.menu-button)')].map(
    (each) => each.textContent,
  );
  expect(names).toEqual(['Reset', 'Save as…']);
});

test.each(['light', 'dark'] as const)('axe finds nothing serious in %s', async (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  showViews('own-1', { changed: true, unread: 1, problem: 'The view was not saved.' });
  await button(/^View/).click();
  await expect.poll(() => document.querySelector('.menu:popover-open')).not.toBeNull();
  const barriers = async () =>
    (await axe.run(document)).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(await barriers()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await button('Rename…').click();
  await page.getByRole('textbox').fill('Undecided');
  await userEvent.keyboard('{Enter}');
  expect(await barriers()).toEqual([]);
});
