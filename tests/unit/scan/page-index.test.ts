// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PostKey } from '@/utils/model/post';
import { PageIndex, type Place } from '@/utils/scan/page-index';
import type { ShapePlan } from '@/utils/scan/shape-plan';
import type { PostReading } from '@/utils/sites/post-reading';
import { makeFinding } from '../../support/builders';

const shape = (kind: string) => ({ kind, required: ['title'] });
const plan = (order: number) => ({ order, shape: shape(`kind${order}`) }) as unknown as ShapePlan;
const plans = [plan(0), plan(1)];
const COUNT = 5;

let roots: Element[];
let index: PageIndex;
beforeEach(() => {
  roots = Array.from({ length: COUNT }, () => document.body.appendChild(document.createElement('article')));
  index = new PageIndex();
});
afterEach(() => document.body.replaceChildren());

const keyOf = (post: number): PostKey => `zhihu:answer:${post}`;
function reading({ root, plan: { shape: of } }: Place, post: number, title = '标题', idFrom = 'element') {
  const text = title && '正文';
  const parts = { root, shape: of, key: keyOf(post), idFrom, title, text, author: {} };
  return { ...parts, showsAnything: title !== '' } as unknown as PostReading;
}

describe('PageIndex', () => {
  test('a shape has one place in an element, two shapes have two', () => {
    const [root] = roots;
    const first = index.add(root!, plans[0]!);
    expect(index.add(root!, plans[0]!)).toBeUndefined();
    const second = index.add(root!, plans[1]!);
    expect(index.placesAt(root!)).toEqual([first, second]);
    expect(index.places).toBe(1);
    index.remove(first!);
    expect(index.placesAt(root!)).toEqual([second]);
    expect([index.holds(first!), index.holds(second!)]).toEqual([false, true]);
    index.remove(second!);
    expect(index.placesAt(root!)).toBeUndefined();
  });

  test('the earlier shape stands for a post, then the earlier element', () => {
    const later = index.add(roots[0]!, plans[1]!)!;
    const last = index.add(roots[2]!, plans[0]!)!;
    const first = index.add(roots[1]!, plans[0]!)!;
    for (const place of [later, last, first]) {
      index.set(place, reading(place, 1), [makeFinding()]);
    }
    expect(index.placeOf(keyOf(1))).toBe(first);
    expect([...index.withFindings()]).toEqual([first]);
    expect(index.health(document).posts).toBe(1);
    index.remove(first);
    expect(index.placeOf(keyOf(1))).toBe(last);
    index.set(last, undefined, []);
    expect([...index.leading()]).toEqual([later]);
  });

  test('what was found is another object as soon as it was read anew', () => {
    const place = index.add(roots[0]!, plans[0]!)!;
    const one = reading(place, 1);
    index.set(place, one, []);
    const before = place.found;
    expect(before).toMatchObject({ key: keyOf(1), root: roots[0], findings: [] });
    index.set(place, one, []);
    expect(place.found).not.toBe(before);
  });

  test('a place that holds nothing and still holds nothing is no news, nor is a post without findings', () => {
    const place = index.add(roots[0]!, plans[0]!)!;
    const { revision } = index;
    index.set(place, undefined, []);
    expect(index.revision).toBe(revision);
    index.set(place, reading(place, 1), []);
    const { revision: known } = index;
    expect(known).toBeGreaterThan(revision);
    index.set(place, reading(place, 1, '别的'), []);
    expect(index.revision).toBe(known);
    index.set(place, reading(place, 1, '别的'), [makeFinding()]);
    expect(index.revision).toBeGreaterThan(known);
  });

  test('places whose element has left the page are removed, but for those beside the document', () => {
    const [gone, kept, beside] = [
      index.add(roots[0]!, plans[0]!)!,
      index.add(roots[1]!, plans[0]!)!,
      index.add(roots[2]!, plans[0]!, true)!,
    ];
    for (const place of [gone, kept, beside]) index.set(place, reading(place, 1), []);
    expect(index.placesOf(keyOf(1))).toEqual([gone, kept, beside]);
    for (const at of [0, 2]) roots[at]!.remove();
    expect(index.removeGone()).toEqual([gone]);
    expect(index.removeGone()).toEqual([]);
    expect(index.placesOf(keyOf(1))).toEqual([kept, beside]);
    expect(index.placesOf(keyOf(2))).toEqual([]);
  });

  test('nothing is left when it is cleared', () => {
    for (const [i, root] of roots.entries()) {
      const place = index.add(root, plans[i % 2]!)!;
      index.set(place, reading(place, i, '一', 'address'), [makeFinding()]);
    }
    index.clear();
    const left = [index.all(), index.leading(), index.withFindings(), index.guarded].map((all) => [...all]);
    expect(left).toEqual([[], [], [], []]);
    expect(index.health(document)).toEqual({ status: 'layout-changed', posts: 0, missing: [] });
  });
});

/** What every question is answered from: a plain list of places, in the order in which they were added. */
type Model = Map<Place, { post: PostReading; findings: number } | undefined>;

function leadingOf(model: Model): Map<PostKey, Place> {
  const leading = new Map<PostKey, Place>();
  for (const [place, holds] of model) {
    const other = holds && leading.get(holds.post.key);
    if (holds && (!other || rank(place) < rank(other))) leading.set(holds.post.key, place);
  }
  return leading;
}

const rank = ({ root, plan: { order } }: Place) => order * COUNT + roots.indexOf(root);

const sorted = (places: Iterable<Place>) => [...places].sort((a, b) => rank(a) - rank(b));

function compare(model: Model): void {
  const leading = leadingOf(model);
  expect(sorted(index.all())).toEqual(sorted(model.keys()));
  expect(index.places).toBe(new Set([...model.keys()].map(({ root }) => root)).size);
  expect(sorted(index.leading())).toEqual(sorted(leading.values()));
  for (let post = 0; post < 3; post++) expect(index.placeOf(keyOf(post))).toBe(leading.get(keyOf(post)));
  const marked = [...leading.values()].filter((place) => model.get(place)!.findings > 0);
  expect(sorted(index.withFindings())).toEqual(sorted(marked));
  const guarded = [...model].filter(([, holds]) => holds && holds.post.idFrom !== 'element');
  expect(sorted(index.guarded)).toEqual(sorted(guarded.map(([place]) => place)));
  const posts = [...leading.values()].map((place) => model.get(place)!.post);
  const lacking = posts.filter(({ title }) => !title);
  const missing = [...new Set(lacking.map((post) => `${post.shape.kind}.title`))].sort();
  const isLost = posts.length === 0 || lacking.length * 2 > posts.length;
  const status = isLost ? 'layout-changed' : missing.length > 0 ? 'partial' : 'ok';
  expect(index.health(document)).toEqual({ status, posts: posts.length, missing });
}

const step = fc.record({
  what: fc.constantFrom('add', 'set', 'set', 'empty', 'remove', 'clear'),
  root: fc.nat(COUNT - 1),
  order: fc.nat(1),
  post: fc.nat(2),
  title: fc.constantFrom('标题', '标题', ''),
  idFrom: fc.constantFrom('element', 'address', 'derived'),
  findings: fc.nat(1),
});

test('answers every question as a plain list would, whatever comes and goes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      index.clear();
      const model: Model = new Map();
      for (const { what, root, order, post, title, idFrom, findings } of steps) {
        const known = [...model.keys()].find(
          (place) => place.root === roots[root] && place.plan === plans[order],
        );
        const before = { told: index.revision, looked: index.layout };
        if (what === 'clear') {
          index.clear();
          model.clear();
        } else if (what === 'add') {
          const place = index.add(roots[root]!, plans[order]!);
          expect(place === undefined).toBe(known !== undefined);
          expect(index.layout > before.looked).toBe(place !== undefined);
          if (place) model.set(place, undefined);
        } else if (known) {
          const held = model.get(known);
          const next = what === 'set' ? reading(known, post, title, idFrom) : undefined;
          if (what === 'remove') index.remove(known);
          else index.set(known, next, next ? Array.from({ length: findings }, () => makeFinding()) : []);
          const isOther = held?.post.key !== next?.key;
          const isFound = next !== undefined && (held?.findings ?? 0) + findings > 0;
          expect(index.revision > before.told).toBe(isOther || isFound);
          expect(index.layout > before.looked).toBe(what === 'remove');
          if (what === 'remove') model.delete(known);
          else model.set(known, next && { post: next, findings });
        }
        compare(model);
      }
    }),
    { numRuns: 150 },
  );
});
