import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/exchange/exchange.css';
import '@/components/exchange/export.css';
import axe from 'axe-core';
import { type ComponentChildren, render } from 'preact';
import { afterEach, beforeEach } from 'vitest';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  document.documentElement.style.removeProperty('color-scheme');
});

export function show(children: ComponentChildren): void {
  render(<div class="exchange">{children}</div>, root);
}

/** One line for each kind of barrier that axe finds. */
export async function barriers(): Promise<string[]> {
  const { violations } = await axe.run(root, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Columns as many as it takes for the list to scroll. */
export const COLUMNS = Array.from({ length: 12 }, (_, i) => ({
  id: `column_${i}`,
  label: `Column ${i}`,
  description: i === 7 ? 'How many liked it' : 'What stands in it',
}));
