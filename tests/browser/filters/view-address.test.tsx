import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useViewAddress } from '@/entrypoints/reports/filters/use-view-address';
import { EVERYTHING } from '@/utils/model/queue';
import { START } from '@/utils/views/query';
import { closePage, openPage, root } from './bench';

const UNDECIDED = { ...START, query: { ...EVERYTHING, statuses: ['new'] } } as const;
let address: ReturnType<typeof useViewAddress>;
let before: string;

function Page() {
  address = useViewAddress();
  return <p>{address.shown.query.text || address.shown.base || 'everything'}</p>;
}

beforeEach(() => {
  before = location.href;
  history.replaceState(null, '', '#queue');
  openPage();
  render(<Page />, root);
});
afterEach(() => {
  closePage();
  history.replaceState(null, '', before);
});

test('Back goes from view to view, to each as it was left', async () => {
  const shown = () => root.textContent;
  address.change(({ query }) => ({ query: { ...query, text: 'first' } }));
  await expect.poll(shown).toBe('first');
  address.choose(UNDECIDED, 'undecided');
  await expect.poll(shown).toBe('undecided');
  address.change(({ query }) => ({ query: { ...query, text: 'second' } }));
  await expect.poll(shown).toBe('second');
  expect(location.hash).toBe('#queue?view=undecided&q=second&status=new');
  history.back();
  await expect.poll(shown).toBe('first');
  expect(location.hash).toBe('#queue?q=first');
  history.forward();
  await expect.poll(shown).toBe('second');
});

test('as many changes as a fast typist makes do not run into the limit of the browser', async () => {
  for (let at = 0; at < 150; at++)
    address.change(({ query }) => ({ query: { ...query, text: `text ${at}` } }));
  await expect.poll(() => root.textContent).toBe('text 149');
  expect(location.hash).toBe('#queue?q=text+149');
});

test('an address that is typed by hand is followed', async () => {
  location.hash = '#queue?q=typed';
  await expect.poll(() => root.textContent).toBe('typed');
});
