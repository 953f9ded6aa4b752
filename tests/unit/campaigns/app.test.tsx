// @vitest-environment happy-dom
import '../../support/cleanup';
import { act, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { App } from '@/entrypoints/campaigns/App';
import { type CategoryEntry, campaigns, categoryEntry, findCategories } from '@/utils/rules/catalogue';
import { useLanguage } from '../../support/setup';

beforeEach(() => history.replaceState(null, '', '/campaigns.html'));

/** Opens the page at a fragment, or moves the open page to one as a link does. */
async function openAt(id = ''): Promise<void> {
  history.replaceState(null, '', `/campaigns.html${id && `#${id}`}`);
  render(<App />);
  await act(() => undefined);
}
async function goTo(id: string): Promise<void> {
  await act(() => {
    history.pushState(null, '', `#${id}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
}
const category = (id: string) => document.getElementById(id) as HTMLDetailsElement;
const first = (policy: CategoryEntry['category']['policy']) => findCategories('', policy)[0]!;
const search = () => screen.getByRole('searchbox', { name: 'Search' });

describe('the campaigns page', () => {
  test('lists every campaign by year, with its categories counted', async () => {
    await openAt();
    const list = within(screen.getByRole('navigation', { name: 'Campaigns' }));
    expect(list.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['2025', '2023']);
    const links = list.getAllByRole('link');
    expect(links).toHaveLength(17);
    for (const { pack, categories, marked } of campaigns) {
      const link = links.find((each) => each.getAttribute('href') === `#${pack.id}`)!;
      expect(link.textContent).toContain(pack.campaign.en);
      expect(link.textContent).toContain(`${categories.length} categories, ${marked} with rules`);
    }
  });

  test('draws how the categories divide, and says it in words', async () => {
    await openAt();
    const label = screen.getByRole('img').getAttribute('aria-label')!;
    expect(label).toMatch(/^Of 115 categories: Marks by wording: \d+, /);
    const parts = [...label.slice(4).matchAll(/: (\d+)/g)].map(([, count]) => Number(count));
    expect(parts.reduce((sum, each) => sum + each)).toBe(115);
  });

  test('renders one campaign at a time', async () => {
    await openAt();
    const [newest, next] = campaigns;
    const shown = () => document.querySelectorAll('main details.category').length;
    expect(screen.getByRole('heading', { level: 2, name: newest!.pack.campaign.en })).toBeTruthy();
    expect(shown()).toBe(newest!.categories.length);
    await goTo(next!.pack.id);
    expect(shown()).toBe(next!.categories.length);
    const heading = screen.getByRole('heading', { level: 2, name: next!.pack.campaign.en });
    expect(document.activeElement).toBe(heading);
    expect(screen.getByRole('link', { current: true }).textContent).toContain(next!.pack.campaign.en);
  });
});

describe('the address', () => {
  test('unfolds and focuses the category that it names', async () => {
    await openAt('2025-3/fake-staged');
    expect(category('2025-3/fake-staged').open).toBe(true);
    expect(category('2025-3/fake-persona').open).toBe(false);
    expect(document.activeElement).toBe(category('2025-3/fake-staged').querySelector('summary'));
  });

  test('leads back to a category that was folded by hand', async () => {
    await openAt('2025-3/fake-staged');
    category('2025-3/fake-staged').open = false;
    await goTo('2025-3/fake-staged');
    expect(category('2025-3/fake-staged').open).toBe(true);
  });

  test('of something that this version does not have is said to be so', async () => {
    await openAt('2019-1/gone');
    expect(screen.getByRole('note').textContent).toContain('“2019-1/gone”');
    await goTo('2025-3/fake-staged');
    expect(screen.queryByText(/2019-1/)).toBeNull();
  });

  test('going back to the list leads to the campaign that was read', async () => {
    await openAt('2023-5');
    await goTo('top');
    expect(document.activeElement?.getAttribute('href')).toBe('#2023-5');
  });
});

describe('a category', () => {
  test('shows words of the plan, clause, questions, safeguards, route, rules and sources', async () => {
    const id = '2025-3/fake-staged';
    const { category: known, guidance, route, rules, sources } = categoryEntry(id)!;
    await openAt(id);
    const shown = within(category(id));
    const text = category(id).textContent!;
    expect(shown.getByText('Wording can raise a mark; a person decides.')).toBeTruthy();
    for (const words of [
      known.phrase,
      known.clause.en,
      'On the page · ',
      ...guidance!.checklist.map(({ en }) => en),
      guidance!.safeguards.never.en,
      guidance!.safeguards.reminder.en,
      route!.c12377.en,
      route!.standing.en,
      `Weibo${route!.sites.weibo}`,
      ...rules.flatMap(({ reason, basis }) => [reason.en, basis.en]),
      ...sources.flatMap(({ issuer, title, date }) => [issuer, title, date]),
    ]) {
      expect(text).toContain(words);
    }
    expect(shown.getAllByText(/^(Likely|Clue)$/)).toHaveLength(rules.length);
    for (const link of shown.getAllByRole('link')) {
      expect(link.getAttribute('href')).toMatch(/^https?:\/\/[^\s;]+$/);
      expect(link.getAttribute('rel')).toContain('noreferrer');
    }
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
    for (const [i, level] of levels.entries())
      expect(level - (levels[i - 1] ?? 0), `heading ${i}`).toBeLessThanOrEqual(1);
  });

  test('where help comes first says so before everything else', async () => {
    const id = '2025-3/fiction-label-missing';
    await openAt(id);
    const body = category(id).querySelector('.category-body')!;
    expect(body.firstElementChild?.getAttribute('role')).toBe('note');
    expect(body.firstElementChild?.textContent).toMatch(/12355.*12356.*110.*platform/);
  });

  test('that is another one’s alias leads to it', async () => {
    const { category: alias } = first('same-as');
    await openAt(alias.id);
    const { as } = alias as { as: string };
    const [link] = within(category(alias.id)).getAllByRole('link');
    expect(link?.getAttribute('href')).toBe(`#${as}`);
    expect(link?.parentElement?.textContent).toMatch(/^The same check as /);
  });

  test('that cannot be seen says why and leads to what carries its visible part', async () => {
    const { category: hidden } = findCategories('', 'not-observable').find(
      ({ category: each }) => 'carriedBy' in each && each.carriedBy.length > 0,
    )!;
    if (!('carriedBy' in hidden)) throw new Error('no such category');
    await openAt(hidden.id);
    const shown = within(category(hidden.id));
    expect(shown.getByText(/^Not marked: it cannot be seen on a page\./)).toBeTruthy();
    const targets = shown.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(targets).toEqual(expect.arrayContaining(hidden.carriedBy.map((id) => `#${id}`)));
    expect(shown.queryByText('Questions before reporting')).toBeNull();
    expect(shown.queryByText('Where to report')).toBeNull();
  });

  test.each([
    ['checklist-only', /^No automatic mark/, true],
    ['text-hint-narrow', /^Only abuse, organised attack or fabricated claims/, true],
    ['never-by-viewpoint', /^Never marked and no button/, false],
  ] as const)('of policy %s says what is done with it', async (policy, sentence, hasQuestions) => {
    const { id } = first(policy).category;
    await openAt(id);
    const shown = within(category(id));
    expect(shown.getByText(sentence)).toBeTruthy();
    expect(shown.queryByText('Questions before reporting') !== null).toBe(hasQuestions);
  });
});

describe('the search', () => {
  test('finds in both languages and counts aloud', async () => {
    await openAt();
    await userEvent.type(search(), '虚假摆拍');
    const status = screen.getByRole('status');
    await waitFor(() => expect(status.textContent).toMatch(/^\d+ of 115 categories found$/));
    const link = within(screen.getByRole('main')).getByRole('link', { name: 'Fake staged scenes' });
    expect(link.getAttribute('href')).toBe('#2025-3/fake-staged');
    const campaign = screen.getByRole('navigation').querySelector('[href="#2025-3"]');
    expect(campaign?.textContent).toMatch(/[1-9]\d* found$/);
  });

  test('leads to a category and back to what was found', async () => {
    await openAt();
    await userEvent.type(search(), 'fake staged');
    await goTo('2025-3/fake-staged');
    expect(category('2025-3/fake-staged').open).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Back to the results' }));
    const results = screen.getByRole('heading', { name: 'Found categories' });
    await waitFor(() => expect(document.activeElement).toBe(results));
    // The same result once more: the address does not change, and yet it is gone to.
    await userEvent.click(within(screen.getByRole('main')).getByRole('link', { name: 'Fake staged scenes' }));
    await waitFor(() => expect(category('2025-3/fake-staged').open).toBe(true));
    await waitFor(() => expect(document.activeElement?.tagName).toBe('SUMMARY'));
  });

  test('is narrowed by what is done with the categories', async () => {
    await openAt();
    await userEvent.click(screen.getByRole('radio', { name: /^Never marked/ }));
    const count = findCategories('', 'never-by-viewpoint').length;
    expect(screen.getByRole('status').textContent).toBe(`${count} of 115 categories found`);
    expect(within(screen.getByRole('main')).getAllByRole('link')).toHaveLength(count);
    await userEvent.click(screen.getByRole('radio', { name: /^All/ }));
    expect(screen.getByRole('status').textContent).toBe('');
    expect(document.querySelectorAll('details.category').length).toBeGreaterThan(0);
  });

  test('that finds nothing says what to do', async () => {
    await openAt();
    await userEvent.type(search(), 'zzz');
    expect(screen.getByText('No category fits')).toBeTruthy();
    const main = within(screen.getByRole('main'));
    expect(main.getByText(/^Try fewer or shorter words/)).toBeTruthy();
    await userEvent.click(main.getByRole('button', { name: 'Clear filters' }));
    expect(search()).toHaveProperty('value', '');
    expect(document.activeElement).toBe(search());
    expect(document.querySelectorAll('details.category').length).toBeGreaterThan(0);
  });
});

test('speaks Chinese', async () => {
  useLanguage('zh_CN');
  await openAt('2025-3/fake-staged');
  expect(screen.getByRole('heading', { level: 1, name: /专项行动/ })).toBeTruthy();
  expect(within(category('2025-3/fake-staged')).getByText('措辞可以触发标记，由人决定。')).toBeTruthy();
});
