// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from '@/utils/scan/page-index';
import { ReadQueue } from '@/utils/scan/read-queue';
import { stopwatch } from '../../support/stopwatch';

const places = Array.from(
  { length: 8 },
  (_, i) => ({ root: Object.assign(document.createElement('p'), { id: String(i) }) }) as unknown as Place,
);

interface Model {
  waiting: Place[];
}

/** Does one thing to the queue and to a plain list, and says what both gave. */
type Step = (queue: ReadQueue, model: Model) => [got: unknown, wanted: unknown];

const place = fc.nat(places.length - 1).map((i) => places[i]!);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: place.map(
      (one): Step =>
        (queue, model) =>
          add(queue, model, [one]),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.array(place).map(
      (some): Step =>
        (queue, model) =>
          add(queue, model, some, true),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constant<Step>((queue, { waiting }) => [queue.take(), waiting.shift()]),
  },
  {
    weight: 2,
    arbitrary: place.map(
      (one): Step =>
        (queue, model) => {
          model.waiting = model.waiting.filter((each) => each !== one);
          return [queue.delete(one), undefined];
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>((queue, model) => {
      model.waiting = [];
      return [queue.clear(), undefined];
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>((queue) => [queue.sortByView(document), undefined]) },
);

function add(queue: ReadQueue, model: Model, some: readonly Place[], isAll = false): [unknown, unknown] {
  if (isAll) queue.addAll(some);
  else for (const one of some) queue.add(one);
  for (const one of some) if (!model.waiting.includes(one)) model.waiting.push(one);
  return [undefined, undefined];
}

describe('ReadQueue', () => {
  test('gives each place once, in the order in which they came, whatever happens in between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const queue = new ReadQueue();
        const model: Model = { waiting: [] };
        for (const each of steps) {
          const [got, wanted] = each(queue, model);
          expect(got).toBe(wanted);
          expect(queue.size).toBe(model.waiting.length);
        }
        const left = model.waiting.map(() => queue.take());
        expect(left).toEqual(model.waiting);
        expect([queue.take(), queue.size]).toEqual([undefined, 0]);
      }),
      { numRuns: 400 },
    );
  });

  test('goes on after it was empty', () => {
    const queue = new ReadQueue();
    for (const one of places.slice(0, 3)) {
      queue.add(one);
      expect([queue.take(), queue.take()]).toEqual([one, undefined]);
    }
  });

  test('does not go through what was taken again and again', () => {
    const queue = new ReadQueue();
    const many = Array.from({ length: 40_000 }, () => ({}) as Place);
    queue.addAll(many);
    const spent = stopwatch();
    while (queue.take());
    // Beginning anew at each takes a set of this size some seconds.
    expect(spent()).toBeLessThan(1_000);
  });
});
