// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { HealthTally } from '@/utils/sites/health';
import type { PostReading } from '@/utils/sites/post-reading';

type Field = 'title' | 'text' | 'author' | 'publishedAt';
interface Parts {
  kind?: string;
  required?: Field[];
  title?: string;
  text?: string;
  name?: string;
  publishedAt?: string;
  showsAnything?: boolean;
}

function reading({ kind = 'note', required, name, ...fields }: Parts): PostReading {
  const { title = '', text = '', publishedAt, showsAnything = true } = fields;
  const shape = { kind, ...(required && { required }) };
  return { shape, title, text, publishedAt, showsAnything, author: { name } } as unknown as PostReading;
}

function judged(all: readonly PostReading[], tally = new HealthTally()) {
  for (const one of all) tally.add(one);
  return tally.health(document, () => all);
}

afterEach(() => document.body.replaceChildren());

describe('HealthTally', () => {
  test('a page that should hold posts and holds none has changed', () => {
    expect(judged([])).toEqual({ status: 'layout-changed', posts: 0, missing: [] });
  });

  test('names what some post lacks, by kind, each once and in order', () => {
    const required: Field[] = ['title', 'text', 'author'];
    const whole = { required, title: '一', text: '二', name: '甲' };
    expect(judged([whole, whole].map(reading))).toEqual({ status: 'ok', posts: 2, missing: [] });
    const video = { ...whole, kind: 'video', text: '' };
    expect(judged([whole, { ...whole, title: '' }, video, video].map(reading))).toEqual({
      status: 'partial',
      posts: 4,
      missing: ['note.title', 'video.text'],
    });
  });

  test('has changed when fewer than half of the required fields are there', () => {
    const all = (present: number) =>
      Array.from({ length: 4 }, (_, i) =>
        reading({ required: ['publishedAt'], publishedAt: i < present ? '2026' : '' }),
      );
    expect(judged(all(2)).status).toBe('partial');
    expect(judged(all(1)).status).toBe('layout-changed');
  });

  test('has changed when the page shows words that only its data tell', () => {
    const one = reading({ title: '周末露营', showsAnything: false });
    expect(judged([one]).status).toBe('ok');
    document.body.textContent = '今天：周末露营';
    expect(judged([one]).status).toBe('layout-changed');
    expect(judged([one, reading({ title: '别的' })]).status).toBe('ok');
  });

  test('asks only a sample for their fields, and counts all', () => {
    const tally = new HealthTally(2);
    const lacking = reading({ required: ['title'] });
    const asked: string[] = [];
    const last = new Proxy(reading({ required: ['title'] }), {
      get: (of, name) => {
        asked.push(String(name));
        return Reflect.get(of, name);
      },
    });
    expect(judged([reading({ title: '一', required: ['title'] }), lacking, last], tally)).toMatchObject({
      status: 'partial',
      posts: 3,
    });
    expect(asked).toEqual(['showsAnything']);
  });

  test('what was taken out again is as if it had never been added', () => {
    const value = fc.constantFrom('', '词');
    const parts = fc.record({
      kind: fc.constantFrom('note', 'video'),
      required: fc.subarray<Field>(['title', 'text', 'author', 'publishedAt']),
      title: value,
      text: value,
      name: value,
      publishedAt: value,
      showsAnything: fc.boolean(),
    });
    const coming = fc.record({ parts, isKept: fc.boolean() });
    fc.assert(
      fc.property(fc.array(coming, { maxLength: 20, size: 'max' }), (all) => {
        const tally = new HealthTally();
        const readings = all.map((each) => ({ ...each, one: reading(each.parts) }));
        for (const { one } of readings) tally.add(one);
        for (const { one, isKept } of readings) if (!isKept) tally.remove(one);
        const kept = readings.flatMap(({ one, isKept }) => (isKept ? one : []));
        expect(tally.health(document, () => kept)).toEqual(judged(kept));
      }),
    );
  });
});
