// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { PostState, StatePost } from '@/utils/sites/define-site';
import { mergeStates, perScript, stateOf } from '@/utils/sites/inline-scripts';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const numbers = (source: string) => (/^\d+$/.test(source) ? Number(source) : undefined);

describe('inline scripts', () => {
  test('each is read once, also one that holds nothing', () => {
    const read = vi.fn(numbers);
    const numbersOf = perScript(read);
    const document = page('<script>1</script><script>none</script><script>2</script>');
    expect(numbersOf(document)).toEqual([1, 2]);
    expect(numbersOf(document)).toEqual([1, 2]);
    expect(read.mock.calls.map(([source]) => source)).toEqual(['1', 'none', '2']);
  });

  test('results are kept apart by reader and by document', () => {
    const [first, other] = [perScript(numbers), perScript((source) => source)];
    const document = page('<script>1</script>');
    expect(first(document)).toEqual([1]);
    expect(other(document)).toEqual(['1']);
    expect(first(page('<script>2</script>'))).toEqual([2]);
  });

  test('in the order of the page, whenever they came', () => {
    const numbersOf = perScript(numbers);
    const document = page('<body><script>2</script></body>');
    numbersOf(document);
    const script = document.createElement('script');
    script.textContent = '1';
    document.body.prepend(script);
    expect(numbersOf(document)).toEqual([1, 2]);
    script.remove();
    expect(numbersOf(document)).toEqual([2]);
  });

  test('a script is read when its text has come', () => {
    const read = vi.fn(numbers);
    const numbersOf = perScript(read);
    const document = page('<script></script>');
    expect(numbersOf(document)).toEqual([]);
    expect(read).not.toHaveBeenCalled();
    document.querySelector('script')!.textContent = '7';
    expect(numbersOf(document)).toEqual([7]);
  });

  test('while the page is loading, one that holds nothing yet is read again', () => {
    const document = page('<script>12;</script>');
    const script = document.querySelector('script')!;
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    const numbersOf = perScript((source) => (source.endsWith(';') ? undefined : numbers(source)));
    expect(numbersOf(document)).toEqual([]);
    script.textContent = '12';
    expect(numbersOf(document)).toEqual([12]);

    const later = page('<script>12;</script>');
    state.mockRestore();
    expect(numbersOf(later)).toEqual([]);
    later.querySelector('script')!.textContent = '12';
    expect(numbersOf(later)).toEqual([]);
  });

  test('those of other pages and those that are far too large are left out', () => {
    const read = vi.fn((source: string) => source.length);
    const document = page('<script src="x.js">1</script><script>22</script><script id="large"></script>');
    document.querySelector('#large')!.textContent = 'x'.repeat(6_000_001);
    expect(perScript(read)(document)).toEqual([2]);
    document.querySelector('#large')!.textContent = 'x'.repeat(6_000_000);
    expect(perScript(read)(document)).toEqual([2, 6_000_000]);
  });

  test('only those that are asked for, and lists stay lists', () => {
    const ids = perScript((source, script) => [script.id, source], 'script#a, script#c');
    const document = page('<script id="a">1</script><script id="b">2</script><script id="c">3</script>');
    expect(ids(document)).toEqual([
      ['a', '1'],
      ['c', '3'],
    ]);
  });
});

describe('state', () => {
  const post = (id: string, text: string): StatePost => ({ kind: 'note', id, fields: { text } });
  const both = (first: PostState, next: PostState) => ({ text: `${first.text}${next.text}` });

  test('the first account of a post leads', () => {
    const state = stateOf([post('1', 'a'), post('2', 'b'), post('1', 'c')]);
    expect([...state]).toEqual([
      ['1', { text: 'a' }],
      ['2', { text: 'b' }],
    ]);
    expect(stateOf([]).size).toBe(0);
  });

  test('several scripts give one state by the same rule', () => {
    const states = [stateOf([post('1', 'a')]), stateOf([post('2', 'b'), post('1', 'c')])];
    expect([...mergeStates(states)]).toEqual([
      ['1', { text: 'a' }],
      ['2', { text: 'b' }],
    ]);
  });

  test('accounts can be put together', () => {
    expect(stateOf([post('1', 'a'), post('1', 'b'), post('1', 'c')], both).get('1')).toEqual({ text: 'abc' });
    const states = [stateOf([post('1', 'a')]), stateOf([post('1', 'b')])];
    expect(mergeStates(states, both).get('1')).toEqual({ text: 'ab' });
  });
});
