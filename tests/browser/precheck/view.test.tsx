import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { PrecheckView, type PrecheckViewProps } from '@/components/precheck/PrecheckView';
import type { CheckId } from '@/utils/model/concern';
import { speak } from '../../support/browser-imports';
import { makePost } from '../../support/builders';
import { barriers, CONCERNS, concern, REPORT, show } from './support';

function Stateful(props: Partial<PrecheckViewProps>) {
  const [passed, setPassed] = useState<ReadonlySet<CheckId>>(new Set());
  const [masked, setMasked] = useState<ReadonlySet<CheckId>>(new Set());
  const change = (set: ReadonlySet<CheckId>, check: CheckId, isIn: boolean) =>
    new Set([...set].filter((each) => each !== check).concat(isIn ? check : []));
  return (
    <PrecheckView
      report={REPORT}
      concerns={CONCERNS}
      passed={passed}
      onPass={(check, pass) => setPassed(change(passed, check, pass))}
      masked={masked}
      onMask={(check, mask) => setMasked(change(masked, check, mask))}
      onOpenPicture={() => {}}
      {...props}
    />
  );
}

const group = (name: string) => page.getByRole('group', { name });

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

test('each place is marked in the words around it, with field and kind', async () => {
  const root = show(<Stateful />);
  const items = [...root.querySelectorAll('.precheck-places li')].map((item) => item.textContent);
  expect(items).toContain('Text, mobile number: …加 vx：ab12345 或打 13812345678，我把清单发给大家看。');
  expect(items).toContain('Note, licence plate: 车牌京A12345 已核对');
  expect([...root.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('13812345678');
});

test('by keyboard alone: mask, look at the picture, tick; the count follows and is announced', async () => {
  const user = userEvent.setup();
  show(<Stateful />);
  const status = page.getByRole('status');
  await expect.element(status).toHaveTextContent('4 still to look at');
  const reach = async (name: string, within: string) => {
    for (let i = 0; i < 30; i++) {
      await user.tab();
      const { activeElement } = document;
      if (
        activeElement?.closest('label')?.textContent === name &&
        activeElement.closest('fieldset') === group(within).element()
      )
        return;
    }
    throw new Error(`${name} of ${within} is not reached`);
  };
  await reach('I have looked at it and go on', 'Marked as acted, or speaks of fiction');
  await user.keyboard(' ');
  await expect.element(status).toHaveTextContent('3 still to look at');
  await reach('I have looked at the picture', 'Comes with a picture');
  await user.keyboard(' ');
  await reach('Mask these places', 'Holds numbers, e-mail addresses or licence plates');
  await user.keyboard(' ');
  await expect.element(status).toHaveTextContent('1 still to look at');
  expect(
    group('Holds numbers, e-mail addresses or licence plates').element().querySelectorAll('.precheck-masked'),
  ).toHaveLength(3);
});

test('what is masked needs no tick any more, and asks for it again when it is not', async () => {
  show(<Stateful />);
  const numbers = group('Holds numbers, e-mail addresses or licence plates');
  const tick = numbers.getByRole('checkbox', { name: /^I have looked/ });
  expect(tick.elements()).toHaveLength(1);
  await numbers.getByRole('checkbox', { name: 'Mask these places' }).click();
  expect(tick.elements()).toEqual([]);
  await numbers.getByRole('checkbox', { name: 'Mask these places' }).click();
  expect(tick.elements()).toHaveLength(1);
});

test('masked ages are no answer for a child in the picture', async () => {
  show(
    <PrecheckView
      report={REPORT}
      concerns={[CONCERNS[1]!]}
      passed={new Set()}
      masked={new Set(['minors'])}
      onPass={() => {}}
      onMask={() => {}}
    />,
  );
  await expect.element(page.getByRole('status')).toHaveTextContent('1 still to look at');
});

test('what was let pass and stands asks for nothing; what was changed since asks again', async () => {
  show(<Stateful />);
  const names = group('May hold names, schools or home addresses');
  await expect.element(names.getByText(/^Let pass on/)).toBeVisible();
  expect(names.getByRole('checkbox', { name: /^I have looked/ }).elements()).toEqual([]);
  const fiction = group('Marked as acted, or speaks of fiction');
  await expect.element(fiction.getByText(/by 阿青, but the report was changed since/)).toBeVisible();
  await expect.element(fiction.getByRole('checkbox', { name: /I have looked/ })).not.toBeChecked();
});

test('what is missing is told and waits for nobody', async () => {
  show(<PrecheckView report={REPORT} concerns={[CONCERNS[5]!]} passed={new Set()} onPass={() => {}} />);
  const evidence = group('Evidence is not complete');
  await expect.element(evidence.getByText('The questions were not answered')).toBeVisible();
  expect(evidence.getByRole('checkbox').elements()).toEqual([]);
  await expect.element(page.getByRole('status')).toHaveTextContent('Nothing more has to be looked at');
});

test('leads to the picture where it can be blacked out, and only there', async () => {
  const onOpenPicture = vi.fn();
  show(<Stateful onOpenPicture={onOpenPicture} />);
  const buttons = page.getByRole('button', { name: /^Black out parts/ });
  expect(buttons.elements()).toHaveLength(2);
  await buttons.first().click();
  expect(onOpenPicture).toHaveBeenCalledOnce();
});

test('without a way to mask none is offered', async () => {
  show(<PrecheckView report={REPORT} concerns={CONCERNS} passed={new Set()} onPass={() => {}} />);
  expect(page.getByRole('checkbox', { name: 'Mask these places' }).elements()).toEqual([]);
});

test('many places: five at once, the rest on demand', async () => {
  const text = '加 13812345678，'.repeat(12);
  const report = { ...REPORT, post: makePost({ title: '', text }) };
  const places = Array.from({ length: 12 }, (_, i) => ({
    field: 'text' as const,
    start: i * 14 + 2,
    end: i * 14 + 13,
    text: '13812345678',
    kind: 'mobile' as const,
  }));
  const root = show(
    <PrecheckView
      report={report}
      concerns={[concern('private-numbers', { places })]}
      passed={new Set()}
      onPass={() => {}}
    />,
  );
  const visible = () => [...root.querySelectorAll('mark')].filter((mark) => mark.checkVisibility()).length;
  expect(visible()).toBe(5);
  await page.getByText('7 more places').click();
  expect(visible()).toBe(12);
});

test('nothing found is said', async () => {
  show(<PrecheckView report={REPORT} concerns={[]} passed={new Set()} onPass={() => {}} />);
  await expect.element(page.getByRole('status')).toHaveTextContent('Nothing to look at again was found.');
});
