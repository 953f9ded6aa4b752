import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/care/care.css';
import axe from 'axe-core';
import { type ComponentChildren, render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import type { Found } from '@/components/care/found';
import { VerifySection, type VerifySectionProps } from '@/components/care/VerifySection';

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
  render(<div class="care">{children}</div>, root);
}

/** One line for each kind of barrier that axe finds. */
export async function barriers(): Promise<string[]> {
  const { violations } = await axe.run(root, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

export const FOUND: Found = {
  at: Date.UTC(2026, 10, 2),
  since: Date.UTC(2026, 9, 2),
  cancelled: false,
  checked: { reports: 100_000, history: 312_000, evidence: 8_000, visits: 400, dismissals: 12 },
  problems: [
    { table: 'reports', key: 'a', reportId: 'a', kind: 'changed' },
    { table: 'evidence', key: 'a:7', reportId: 'a', kind: 'picture' },
    { table: 'history', key: '9', reportId: 'gone', kind: 'chain' },
    { table: 'totals', key: 'totals', kind: 'count' },
    { table: 'visits', key: '', kind: 'missing' },
  ],
  found: 5,
  fingerprint: '0f'.repeat(32),
};

/** Without anything to show or do, but for what a test gives. */
export function verifySection(parts: Partial<VerifySectionProps> = {}) {
  const nothing = () => {};
  return (
    <VerifySection
      progress={undefined}
      found={undefined}
      problem={undefined}
      news={undefined}
      reportName={(id) => (id === 'a' ? `小红书 · ${'很长的标题'.repeat(12)}` : undefined)}
      onVerify={nothing}
      onCancel={nothing}
      onOpen={nothing}
      onCopyFingerprint={nothing}
      onExport={nothing}
      onRecount={nothing}
      onBeginLedger={nothing}
      {...parts}
    />
  );
}
