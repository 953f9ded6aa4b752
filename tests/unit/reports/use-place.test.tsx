// @vitest-environment happy-dom
import '../../support/cleanup';
import { act, render } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { usePlace } from '@/entrypoints/reports/use-place';

let at: ReturnType<typeof usePlace>;
function Page() {
  at = usePlace();
  return null;
}
function openAt(hash: string) {
  history.replaceState(null, '', hash || '/reports.html');
  render(<Page />);
}
beforeEach(() => history.replaceState(null, '', '/reports.html'));

test.each([
  ['', 'queue', undefined],
  ['#queue?status=new', 'queue', undefined],
  ['#figures', 'figures', undefined],
  ['#care?q=x', 'care', undefined],
  ['#report/abc-1?site=zhihu', 'queue', 'abc-1'],
  ['#somewhere/else', 'queue', undefined],
])('the address %j is a place', (hash, part, reportId) => {
  openAt(hash);
  expect(at.place).toEqual({ part, reportId });
});

test('filters stay behind the place, wherever it leads', () => {
  openAt('#queue?status=new&q=a');
  act(() => at.open('r1'));
  expect(location.hash).toBe('#report/r1?status=new&q=a');
  expect(at.place.reportId).toBe('r1');
  act(() => at.show('figures'));
  expect(location.hash).toBe('#figures?status=new&q=a');
  act(() => at.open(undefined));
  expect(location.hash).toBe('#queue?status=new&q=a');
});

test('a place that is there already is no step of the history', () => {
  openAt('#figures');
  const before = history.length;
  act(() => at.show('figures'));
  expect(history.length).toBe(before);
  act(() => at.show('care'));
  expect(history.length).toBe(before + 1);
});

test('the browser going back is followed', () => {
  openAt('#care');
  history.replaceState(null, '', '#report/r2');
  act(() => void window.dispatchEvent(new PopStateEvent('popstate')));
  expect(at.place).toEqual({ part: 'queue', reportId: 'r2' });
});
