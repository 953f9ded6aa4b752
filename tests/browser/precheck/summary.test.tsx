import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { PrecheckSummary, type PrecheckSummaryProps } from '@/components/precheck/PrecheckSummary';
import type { CheckChoice, CheckId } from '@/utils/model/concern';
import { speak } from '../../support/browser-imports';
import { barriers, show, TALLIES } from './support';

function Stateful(props: Partial<PrecheckSummaryProps>) {
  const [choices, setChoices] = useState<ReadonlyMap<CheckId, CheckChoice>>(new Map([['evidence', 'take']]));
  return (
    <PrecheckSummary
      total={100_000}
      tallies={TALLIES}
      choices={choices}
      onChoice={(check, choice) => setChoices(new Map(choices).set(check, choice))}
      onShow={() => {}}
      {...props}
    />
  );
}

const check = (name: string) => page.getByRole('radiogroup', { name });
const SATIRE = 'Reads like satire or a joke';

describe.each(['light', 'dark'])('in %s colours', (scheme) => {
  test.each(['en', 'zh_CN'] as const)(
    'no barriers in %s, and nothing wider than the window',
    async (language) => {
      speak(language);
      document.documentElement.style.setProperty('color-scheme', scheme);
      for (const width of [1440, 800, 390]) {
        await page.viewport(width, 900);
        show(<Stateful />);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      }
      expect(await barriers()).toEqual([]);
      speak('en');
    },
  );
});

test('counts are told by check, with what was let pass before', async () => {
  show(<Stateful />);
  await expect.element(check(SATIRE).getByText('12 of 100,000 reports')).toBeVisible();
  await expect.element(page.getByText(/18 more were let pass before/)).toBeVisible();
});

test('must be chosen but for what is merely missing; by keyboard alone', async () => {
  const user = userEvent.setup();
  show(<Stateful />);
  const status = page.getByRole('status');
  await expect.element(status).toHaveTextContent('2 still to look at');
  await expect
    .element(check('Evidence is not complete').getByRole('radio', { name: 'Take them along' }))
    .toBeChecked();
  expect(page.getByText('Please choose').elements()).toHaveLength(2);
  await user.tab();
  await user.keyboard(' ');
  await expect.element(check(SATIRE).getByRole('radio', { name: 'Leave these out' })).toBeChecked();
  await user.keyboard('{ArrowRight}');
  await expect.element(check(SATIRE).getByRole('radio', { name: 'Take them along' })).toBeChecked();
  await expect.element(status).toHaveTextContent('1 still to look at');
  await user.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe(`Show in the list: ${SATIRE}`);
});

test('what was let pass altogether asks for nothing', async () => {
  show(<Stateful tallies={[TALLIES[2]!]} />);
  await expect.element(page.getByRole('status')).toHaveTextContent('Nothing more has to be looked at');
  expect(page.getByRole('radio').elements()).toEqual([]);
});

test('leads to the reports of one check', async () => {
  const onShow = vi.fn();
  show(<Stateful onShow={onShow} />);
  await page.getByRole('button', { name: `Show in the list: ${SATIRE}` }).click();
  expect(onShow).toHaveBeenCalledExactlyOnceWith('satire');
});

test('nothing found is said, with how many were looked at', async () => {
  show(<Stateful tallies={[]} />);
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('Checked reports: 100,000. Nothing to look at again was found.');
});
