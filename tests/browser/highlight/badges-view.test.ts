import { afterEach, describe, expect, test, vi } from 'vitest';
import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { type BadgeContent, BadgeView, SMALL, saysElse } from '@/utils/highlight/badges-view';
import { box, content, hosts, post, tidy } from './page';

afterEach(tidy);

function view(parts: Partial<BadgeContent> = {}, small = false): BadgeView {
  const made = new BadgeView(content(post(), parts), '--qj-test', tokensCss + badgeCss, vi.fn());
  made.draw(made.content, small);
  return made;
}

describe('what a badge says', () => {
  test('the short name of the category, and how many more there are', () => {
    expect(view().button.textContent).toBe('虚假摆拍');
    expect(view({ more: 2 }).button.textContent).toBe('虚假摆拍\u00a0+2');
  });

  test('the whole name to a screen reader, also without words', () => {
    for (const small of [false, true]) {
      const { button } = view({ label: 'Qingjian: staged video' }, small);
      expect(button.getAttribute('aria-label')).toBe('Qingjian: staged video');
      expect(button.title).toBe(small ? 'Qingjian: staged video' : '');
    }
  });

  test('that a reported post has changed, in look and name', () => {
    const { button } = view({ reported: true, changed: true, label: 'staged video, reported' });
    expect(button.getAttribute('aria-label')).toBe('staged video, reported, changed since');
    expect(button.className).toBe('badge likely reported changed');
    const shape = (parts: Partial<BadgeContent>) => getComputedStyle(view(parts).button, '::before').content;
    expect(shape({ reported: true })).toBe('"✓"');
    expect(shape({ reported: true, changed: true })).toBe('"✓!"');
  });

  test('its confidence by shape and not only by colour', () => {
    const shapeOf = (confidence: 'likely' | 'strong') => {
      const style = getComputedStyle(view({ confidence }).button, '::before');
      return [style.borderRadius, style.backgroundColor];
    };
    const [likely, strong] = [shapeOf('likely'), shapeOf('strong')];
    expect(likely[0]).not.toBe(strong[0]);
    expect(likely[1]).toBe('rgba(0, 0, 0, 0)');
    expect(strong[1]).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('nothing that becomes markup', () => {
    const { button } = view({ text: '<img src=x onerror=alert(1)>' });
    expect(button.querySelector('img')).toBeNull();
    expect(button.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  test('something else only when a part of it that is shown has changed', () => {
    const before = content(post());
    expect(saysElse(before, { ...before, label: 'another name' })).toBe(false);
    for (const parts of [{ text: 'AI' }, { more: 1 }, { reported: true }, { changed: true }]) {
      expect(saysElse(before, { ...before, ...parts })).toBe(true);
    }
  });
});

describe('what a badge measures', () => {
  test('without words it is the shape in a target of at least 24 pixels', () => {
    const { width, height } = view({}, true).size();
    expect({ width, height }).toEqual(SMALL);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  });

  test('with words it is as high, and no wider than a card can bear', () => {
    const { width, height } = view({ text: '很长很长的类别名称'.repeat(5), more: 3 }).size();
    expect(height).toBe(SMALL.height);
    expect(width).toBeLessThanOrEqual(180);
  });

  test('until it is shown it takes no room on the page, but has its size', () => {
    const made = view();
    expect([box(hosts()[0]!).width, box(hosts()[0]!).height]).toEqual([0, 0]);
    expect(made.size().width).toBeGreaterThan(60);
    made.become('shown');
    expect(made.box().width).toBe(made.size().width);
  });
});
