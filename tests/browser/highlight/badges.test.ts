import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type BadgeContent, Badges } from '@/utils/highlight/badges';
import { createUiHost } from '@/utils/highlight/ui-host';

afterEach(() => {
  document.body.replaceChildren();
  for (const element of document.querySelectorAll('html > div')) element.remove();
});

function post(style = ''): HTMLElement {
  const root = document.createElement('article');
  root.setAttribute('style', `width: 300px; height: 120px; margin: 40px;${style}`);
  document.body.append(root);
  return root;
}

function content(root: HTMLElement, parts: Partial<BadgeContent> = {}): BadgeContent {
  return {
    key: 'demo:note:1',
    root,
    confidence: 'likely',
    text: '虚假摆拍',
    more: 0,
    label: 'why',
    reported: false,
    ...parts,
  };
}

const hosts = () => [...document.querySelectorAll<HTMLElement>('html > div')];

describe('Badges', () => {
  test('stand at the top right corner of their post, outside body', () => {
    const root = post();
    new Badges(document, '', vi.fn()).update([content(root)]);
    const [host] = hosts();
    const badge = host!.getBoundingClientRect();
    const box = root.getBoundingClientRect();
    expect(document.body.contains(host!)).toBe(false);
    expect(Math.abs(badge.right + 6 - box.right)).toBeLessThan(2);
    expect(Math.abs(badge.top - 6 - box.top)).toBeLessThan(2);
  });

  test('follow a post that moves, without a scroll listener', async () => {
    const root = post();
    new Badges(document, '', vi.fn()).update([content(root)]);
    const before = hosts()[0]!.getBoundingClientRect().top;
    root.style.marginTop = '140px';
    await new Promise(requestAnimationFrame);
    expect(hosts()[0]!.getBoundingClientRect().top - before).toBeCloseTo(100, 0);
  });

  test('leave no trace in the post when they go, and keep an anchor name of the site', () => {
    const plain = post();
    const named = post(' anchor-name: --site;');
    const before = [plain.outerHTML, named.style.getPropertyValue('anchor-name')];
    const badges = new Badges(document, '', vi.fn());
    badges.update([content(plain), content(named, { key: 'demo:note:2' })]);
    expect(named.style.getPropertyValue('anchor-name')).toMatch(/^--site, --qj-\d+$/);
    badges.clear();
    expect([plain.outerHTML, named.style.getPropertyValue('anchor-name')]).toEqual(before);
    expect(hosts()).toHaveLength(0);
  });

  test('move with the post when the site puts it into another element', () => {
    const [first, second] = [post(), post()];
    const badges = new Badges(document, '', vi.fn());
    badges.update([content(first)]);
    badges.update([content(second)]);
    expect(first.style.getPropertyValue('anchor-name')).toBe('');
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]!.getBoundingClientRect().top).toBeGreaterThan(second.getBoundingClientRect().top - 1);
  });
});

describe('Badges of posts inside open shadow roots', () => {
  test('stand at their posts, tied to the host, and leave no trace', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'open' });
    const posts = [0, 1].map(() => {
      const root = document.createElement('article');
      root.style.cssText = 'display: block; width: 300px; height: 120px; margin: 40px';
      shadow.append(root);
      return root;
    });
    const badges = new Badges(document, '', vi.fn());
    badges.update(posts.map((root, i) => content(root, { key: `demo:comment:${i}` })));
    const places = hosts().map((element) => element.getBoundingClientRect());
    posts.forEach((root, i) => {
      const box = root.getBoundingClientRect();
      expect(Math.abs(places[i]!.right + 6 - box.right)).toBeLessThan(2);
      expect(Math.abs(places[i]!.top - 6 - box.top)).toBeLessThan(2);
    });
    badges.clear();
    expect(host.outerHTML).toBe('<div></div>');
  });
});

describe('createUiHost', () => {
  test('hides everything from the page behind a closed root without class, id or content', () => {
    const host = createUiHost(document, '.x{color:red}');
    expect(host.element.shadowRoot).toBeNull();
    expect(host.element.innerHTML).toBe('');
    expect(host.element.getAttributeNames()).toEqual(['style']);
  });

  test('lets trusted clicks in and stops forged ones at the border', async () => {
    const pressed = vi.fn();
    const host = createUiHost(document, '', {
      position: 'fixed',
      top: '0',
      left: '0',
    });
    const button = document.createElement('button');
    button.textContent = 'Report';
    button.addEventListener('click', pressed);
    host.container.append(button);

    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    button.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        bubbles: true,
        composed: true,
      }),
    );
    expect(pressed).not.toHaveBeenCalled();

    await userEvent.click(host.element);
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('keeps key presses away from the shortcuts of the site', async () => {
    const shortcut = vi.fn();
    document.addEventListener('keydown', shortcut);
    const host = createUiHost(document, '', {
      position: 'fixed',
      top: '0',
      left: '0',
    });
    const field = document.createElement('input');
    host.container.append(field);
    field.focus();
    await userEvent.keyboard('j');
    document.removeEventListener('keydown', shortcut);
    expect(field.value).toBe('j');
    expect(shortcut).not.toHaveBeenCalled();
  });
});
