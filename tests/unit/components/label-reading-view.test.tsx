// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { LabelReadingView } from '@/components/LabelReadingView';
import type { LabelPlaceReading, LabelReading } from '@/utils/model/post';
import { NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import { useLanguage } from '../../support/setup';

const AI: LabelReading = {
  state: 'seen',
  items: [{ kind: 'ai', text: '内容由AI生成', by: 'author', from: 'state' }],
};
const place = (text: string): LabelPlaceReading => ({ from: 'element', where: '.label-row', text });
const field = (text: string): LabelPlaceReading => ({ from: 'state', where: 'risk_infos', text });

function show(labels: LabelReading, places?: readonly LabelPlaceReading[]) {
  return render(<LabelReadingView labels={labels} places={places} />).container;
}

describe('a label reading', () => {
  test.each([
    ['an empty place', [place('')], 'The label place was read and is empty'],
    ['empty places of both kinds', [field(''), place('')], 'The label place was read and is empty'],
    ['no word of the place, as in old reports', undefined, 'The label place was read and is empty'],
    [
      'a place of other words',
      [field(''), place('编辑推荐')],
      'The label place was read; the words there are no label',
    ],
  ])('without a label: %s', (_, places, words) => {
    show(NO_LABELS, places);
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('that could not be made names no place', () => {
    show(UNKNOWN_LABELS);
    expect(screen.getByText('Could not tell: the label place could not be read')).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
  });

  test('that saw a label says its kind and whose it is', () => {
    const [item] = within(show(AI) as HTMLElement).getAllByRole('listitem');
    expect(item?.textContent).toBe('内容由AI生成 AI-made · by the author');
    expect(screen.queryByRole('group')).toBeNull();
  });

  test.each([
    [AI, [field('内容由AI生成')], ['page data risk_infos 内容由AI生成']],
    [NO_LABELS, [field(''), place('')], ['page data risk_infos empty', 'page element .label-row empty']],
    [NO_LABELS, [place('编辑推荐')], ['page element .label-row 编辑推荐']],
  ])('opens where it was read: %j', async (labels, places, lines) => {
    show(labels, places);
    const details = screen.getByRole<HTMLDetailsElement>('group');
    expect(details.open).toBe(false);
    await userEvent.click(screen.getByText('Where this was read'));
    expect(details.open).toBe(true);
    expect(
      within(details)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(lines);
  });

  test('speaks Chinese', () => {
    useLanguage('zh_CN');
    const container = show(NO_LABELS, [field(''), place('编辑推荐')]);
    expect(container.textContent).toBe(
      '标签位置已读，那里的文字不是标签在哪里读到页面数据 risk_infos 空页面元素 .label-row 编辑推荐',
    );
  });

  test('a page’s words stay words', () => {
    const container = show(NO_LABELS, [place('<img src=x onerror=alert(1)>')]);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  });
});
