import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sites } from '@/utils/sites';
import type { PostShape, SiteAdapter } from '@/utils/sites/define-site';
import { queryAll, queryFirst } from '@/utils/sites/query';
import { keysOf } from '@/utils/sites/selector-key';
import { pageFixtures } from '../../support/page-fixtures';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** Every selector that a definition looks for one element with, and some more. */
function selectorsOf({ shapes }: SiteAdapter): string[] {
  const paths = shapes.flatMap((shape: PostShape) => [
    shape.root,
    shape.not ?? '',
    shape.labelSentencesOutside ?? '',
    ...(shape.labels ?? []).flatMap(({ place = '', element = '' }) => [place, element]),
    ...Object.values({ ...shape, ...shape.counts, ...shape.media }).flatMap((field) =>
      Array.isArray(field) ? field.flatMap((each: unknown) => cssOf(each)) : [],
    ),
  ]);
  return [...new Set(paths.filter((path) => path && !path.includes('>>>')))];
}

function cssOf(candidate: unknown): string[] {
  const { css } = candidate as { css?: unknown };
  return typeof css === 'string' ? [css] : [];
}

const every = [...new Set(sites.flatMap(selectorsOf))];

describe('queryFirst finds what querySelector finds,', () => {
  test('there are selectors to try, with one part and with many', () => {
    expect(every.length).toBeGreaterThan(300);
    expect(every.filter((selector) => /^[^ ,]+ [^ ,]+$/.test(selector)).length).toBeGreaterThan(20);
  });

  test.each(pageFixtures.map((fixture) => [fixture.name, fixture] as const))(
    'on %s, in the page and in each post',
    (_, { site, load }) => {
      const page = load();
      const roots = site.shapes.flatMap(({ root }) => [...queryAll(page, root)]);
      for (const selector of every) {
        const [first, wanted] = [queryFirst(page, selector), page.querySelector(selector)];
        if (first !== wanted) expect(first, selector).toBe(wanted);
      }
      for (const root of new Set(roots)) {
        for (const selector of selectorsOf(site)) {
          const [first, wanted] = [queryFirst(root, selector), root.querySelector(selector)];
          if (first !== wanted) expect(first, selector).toBe(wanted);
        }
      }
    },
  );

  test.each(pageFixtures.map((fixture) => [fixture.name, fixture] as const))(
    'and queryAll what querySelectorAll finds, on %s',
    (_, { load }) => {
      const page = load();
      for (const selector of every)
        expect([...queryAll(page, selector)], selector).toEqual([...page.querySelectorAll(selector)]);
    },
  );

  test('in any tree, from any element, by any selector', () => {
    const name = fc.constantFrom('a', 'b', 'p');
    const part = fc.oneof(
      name,
      name.map((each) => `.${each}`),
      fc.constantFrom('[class~="a"]', '[title="a b"]', ':not(.a .b)', ':has(> .a)', ':is(.a, p .b)'),
      fc.constantFrom(
        '*',
        ':scope',
        'p:first-child',
        '[title="a, > b"]',
        '.a:not(.b, p)',
        'P',
        '#a.b',
        'a[title]',
      ),
    );
    const joint = fc.constantFrom(' ', ' > ', '+', ' ~ ', '>', ', ', '  ');
    const selector = fc
      .tuple(part, fc.array(fc.tuple(joint, part), { maxLength: 3 }))
      .map(([first, more]) => more.reduce((all, [by, next]) => all + by + next, first));
    const element = fc.record({
      tag: name,
      name: fc.constantFrom('', 'a', 'b', 'a b'),
      title: fc.constantFrom('', 'a b', 'a, > b'),
      under: fc.nat(20),
    });
    fc.assert(
      fc.property(
        fc.array(element, { maxLength: 20, size: 'max' }),
        selector,
        fc.nat(20),
        (elements, asked, from) => {
          const all: Element[] = [document.createElement('p')];
          for (const { tag, name: className, title, under } of elements) {
            const made = Object.assign(document.createElement(tag), { className, title, id: tag });
            all[under % all.length]!.append(made);
            all.push(made);
          }
          document.body.replaceChildren(all[0]!);
          const root = all[from % all.length]!;
          expect(queryFirst(root, asked)).toBe(root.querySelector(asked));
          expect(queryFirst(document, asked)).toBe(document.querySelector(asked));
          expect([...queryAll(root, asked)]).toEqual([...root.querySelectorAll(asked)]);
          const keys = keysOf(asked) ?? ['*'];
          for (const found of document.querySelectorAll(asked)) expect(found.matches(keys.join())).toBe(true);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test('asks for the whole selector only where the last part of it has misled', () => {
    document.body.innerHTML = '<p><b class="x"></b></p><div class="text"><b class="x"></b><i></i></div>';
    const asked = vi.spyOn(document, 'querySelector');
    queryFirst(document, '.text i');
    expect(asked.mock.calls).toEqual([['i']]);
    asked.mockClear();
    queryFirst(document, '.text .none');
    expect(asked.mock.calls).toEqual([['.none']]);
    asked.mockClear();
    expect(queryFirst(document, '.text .x')?.parentElement?.className).toBe('text');
    expect(asked.mock.calls).toEqual([['.x'], ['.text .x']]);
  });
});
