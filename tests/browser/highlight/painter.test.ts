import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MAX_RANGES, type Mark, Painter } from '@/utils/highlight/painter';

let painter: Painter;
beforeEach(() => {
  painter = new Painter();
});
afterEach(() => {
  painter.clear();
  document.body.replaceChildren();
});

/** A mark over the first characters of a paragraph, one range each. */
function mark(count: number, confidence: Mark['confidence'] = 'likely'): Mark {
  const paragraph = document.createElement('p');
  paragraph.textContent = '词'.repeat(count);
  document.body.append(paragraph);
  const node = paragraph.firstChild!;
  const ranges = Array.from(
    { length: count },
    (_, at) =>
      new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + 1 }),
  );
  return { confidence, ranges };
}

const registered = (name: 'qj-b' | 'qj-c') => [...(CSS.highlights.get(name) ?? [])];

describe('Painter', () => {
  test('registers static ranges by confidence and leaves the tree alone', () => {
    const [likely, strong] = [mark(2), mark(3, 'strong')];
    const before = document.body.innerHTML;
    painter.paint([likely, strong]);
    expect(registered('qj-b')).toEqual(likely.ranges);
    expect(registered('qj-c')).toEqual(strong.ranges);
    expect(registered('qj-c').every((range) => range instanceof StaticRange)).toBe(true);
    expect(document.body.innerHTML).toBe(before);
  });

  test('leaves no name in the page when nothing is painted', () => {
    expect(CSS.highlights.size).toBe(0);
    painter.paint([mark(1)]);
    expect([...CSS.highlights.keys()]).toEqual(['qj-b']);
    painter.clear();
    expect(CSS.highlights.size).toBe(0);
  });

  test('touches only what has changed', () => {
    const [first, second, third] = [mark(2), mark(3), mark(4)];
    painter.paint([first, second]);
    const added = vi.spyOn(Highlight.prototype, 'add');
    const deleted = vi.spyOn(Highlight.prototype, 'delete');
    painter.paint([second, third]);
    expect(added.mock.calls.flat()).toEqual(third.ranges);
    expect(deleted.mock.calls.flat()).toEqual(first.ranges);
    vi.clearAllMocks();
    painter.paint([third, second]);
    expect(added).not.toHaveBeenCalled();
    expect(deleted).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    expect(new Set(registered('qj-b'))).toEqual(new Set([...second.ranges, ...third.ranges]));
  });

  test('moves the words of a post whose confidence has changed', () => {
    const { ranges } = mark(2);
    painter.paint([{ ranges, confidence: 'likely' }]);
    painter.paint([{ ranges, confidence: 'strong' }]);
    expect(CSS.highlights.has('qj-b')).toBe(false);
    expect(registered('qj-c')).toEqual(ranges);
  });

  test('registers at most a thousand ranges, the first ones, and more of a post when there is room', () => {
    const marks = [mark(700), mark(600, 'strong'), mark(5)];
    painter.paint(marks);
    expect(MAX_RANGES).toBe(1_000);
    expect([registered('qj-b').length, registered('qj-c').length]).toEqual([700, 300]);
    expect(registered('qj-c')).toEqual(marks[1]!.ranges.slice(0, 300));
    painter.paint([...marks].reverse());
    expect([registered('qj-b').length, registered('qj-c').length]).toEqual([5 + 395, 600]);
    painter.paint([marks[1]!, marks[2]!]);
    expect([registered('qj-b').length, registered('qj-c').length]).toEqual([5, 600]);
  });

  test('paints a stronger post on top of one that it stands in', () => {
    painter.paint([mark(1), mark(1, 'strong')]);
    const [likely, strong] = ['qj-b', 'qj-c'].map((name) => CSS.highlights.get(name)!.priority);
    expect(strong).toBeGreaterThan(likely!);
  });

  test('shows nothing while it is hidden, and then what it was told last', () => {
    const [first, second] = [mark(1), mark(2, 'strong')];
    painter.paint([first]);
    painter.hide();
    expect(CSS.highlights.size).toBe(0);
    painter.paint([second]);
    expect(CSS.highlights.size).toBe(0);
    painter.unhide();
    expect([...CSS.highlights.keys()]).toEqual(['qj-c']);
    expect(registered('qj-c')).toEqual(second.ranges);
  });

  test('comes back after a page has cleared its registry, and leaves what the page has there', () => {
    const one = mark(1);
    const own = new Highlight();
    painter.paint([one]);
    CSS.highlights.clear();
    CSS.highlights.set('site-search', own);
    painter.paint([one]);
    expect(registered('qj-b')).toEqual(one.ranges);
    painter.clear();
    expect([...CSS.highlights.keys()]).toEqual(['site-search']);
    CSS.highlights.delete('site-search');
  });
});

describe('Painter, whatever it is told', () => {
  type Step =
    | { type: 'paint'; shown: { at: number; strong: boolean }[] }
    | { type: 'hide' | 'unhide' | 'page clears' };
  const COUNTS = [0, 1, 2, 40, 350, 700, 1_200];
  const paint = fc
    .uniqueArray(fc.record({ at: fc.nat(COUNTS.length - 1), strong: fc.boolean() }), {
      selector: ({ at }) => at,
    })
    .map((shown): Step => ({ type: 'paint', shown }));
  const other = fc.constantFrom<Step>({ type: 'hide' }, { type: 'unhide' }, { type: 'page clears' });
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: paint }, other), { maxLength: 12 });

  test('has registered the first thousand ranges of what it was told last, or nothing while hidden', () => {
    const marks = COUNTS.map((count) => mark(count));
    fc.assert(
      fc.property(steps, (taken) => {
        painter.clear();
        painter.unhide();
        let hidden = false;
        for (const step of taken) {
          if (step.type === 'hide') painter.hide();
          else if (step.type === 'unhide') painter.unhide();
          else if (step.type === 'page clears') CSS.highlights.clear();
          hidden = step.type === 'hide' || (hidden && step.type !== 'unhide');
          if (step.type !== 'paint') continue;
          const told = step.shown.map(
            ({ at, strong }): Mark => ({ ...marks[at]!, confidence: strong ? 'strong' : 'likely' }),
          );
          painter.paint(told);
          const fitting = told
            .flatMap(({ ranges, confidence }) => ranges.map((range) => ({ range, confidence })))
            .slice(0, MAX_RANGES);
          for (const [name, confidence] of [
            ['qj-b', 'likely'],
            ['qj-c', 'strong'],
          ] as const) {
            const expected = fitting
              .filter((each) => each.confidence === confidence)
              .map(({ range }) => range);
            expect(new Set(registered(name))).toEqual(new Set(hidden ? [] : expected));
            expect(CSS.highlights.has(name)).toBe(!hidden && expected.length > 0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
