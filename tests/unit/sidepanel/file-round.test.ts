import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  type FileEngine,
  FileRound,
  MAX_FILES,
  NO_FILES,
  type RoundState,
} from '@/entrypoints/sidepanel/file-round';
import type { MediaFindings } from '@/utils/evidence/engine/order';

const NONE: MediaFindings = { verdict: 'none', evidence: [], via: 'file' };
const STOPPED: MediaFindings = { verdict: 'unreadable', evidence: [], trouble: 'stopped', via: 'file' };
const files = (...names: string[]) => names.map((name) => new File(['x'], name));

/** An engine whose answers come when they are told to; closing it answers what is under way, as the real one does. */
function fakeEngine() {
  const asked: { name: string; answer: (findings: MediaFindings) => void }[] = [];
  const engine: FileEngine = {
    checkLocal: (file) => new Promise((answer) => asked.push({ name: file.name, answer })),
    close: vi.fn(() => {
      for (const { answer } of asked.splice(0)) answer(STOPPED);
    }),
  };
  return { engine, asked };
}

function begin(open?: () => Promise<FileEngine>) {
  const fake = fakeEngine();
  let state: RoundState = NO_FILES;
  const openEngine = vi.fn(open ?? (async () => fake.engine));
  const round = new FileRound(openEngine, (next) => {
    state = next;
  });
  const rest = () => new Promise((resolve) => setTimeout(resolve));
  return { ...fake, round, openEngine, rest, now: () => state };
}
const names = ({ files: listed }: RoundState) => listed.map(({ name }) => name);

describe('a round of files', () => {
  test('looks into one after the other, and lets the engine go at the end', async () => {
    const { round, asked, engine, rest, now } = begin();
    expect(round.add(files('a.png', 'b.png'))).toBe(0);
    await rest();
    expect(asked.map(({ name }) => name)).toEqual(['a.png']);
    expect(now().isRunning).toBe(true);
    asked.shift()!.answer(NONE);
    await rest();
    expect(asked.map(({ name }) => name)).toEqual(['b.png']);
    expect(engine.close).not.toHaveBeenCalled();
    asked.shift()!.answer(NONE);
    await rest();
    expect(now()).toMatchObject({ isRunning: false, problem: undefined });
    expect(now().files.map(({ findings }) => findings)).toEqual([NONE, NONE]);
    expect(engine.close).toHaveBeenCalledOnce();
  });

  test('takes more while it runs, with one engine', async () => {
    const { round, asked, rest, now, openEngine } = begin();
    round.add(files('a'));
    await rest();
    round.add(files('b'));
    asked.shift()!.answer(NONE);
    await rest();
    asked.shift()!.answer(NONE);
    await rest();
    expect(names(now())).toEqual(['a', 'b']);
    expect(openEngine).toHaveBeenCalledOnce();
  });

  test('opens no engine for nothing', () => {
    const { round, openEngine, now } = begin();
    expect(round.add([])).toBe(0);
    expect(openEngine).not.toHaveBeenCalled();
    expect(now().isRunning).toBe(false);
  });

  test('keeps what was found when it is stopped, and forgets what was not looked into', async () => {
    const { round, asked, rest, now } = begin();
    round.add(files('a', 'b', 'c'));
    await rest();
    asked.shift()!.answer(NONE);
    await rest();
    round.stop();
    await rest();
    expect(names(now())).toEqual(['a']);
    expect(now().isRunning).toBe(false);
  });

  test('can be stopped before its engine is there', async () => {
    const loading = Promise.withResolvers<FileEngine>();
    const { round, rest, now, asked, engine } = begin(() => loading.promise);
    round.add(files('a'));
    round.stop();
    loading.resolve(engine);
    await rest();
    expect(asked).toEqual([]);
    expect(now()).toEqual(NO_FILES);
  });

  test('says why nothing can be looked into, and tries anew with the next file', async () => {
    let fails = true;
    const { engine, asked } = fakeEngine();
    const { round, rest, now } = begin(async () => {
      if (fails) throw new Error('the package is damaged');
      return engine;
    });
    round.add(files('a', 'b'));
    await rest();
    expect(now()).toEqual({ files: [], isRunning: false, problem: 'the package is damaged' });
    fails = false;
    round.add(files('c'));
    await rest();
    asked.shift()!.answer(NONE);
    await rest();
    expect(now()).toMatchObject({ problem: undefined, files: [{ name: 'c', findings: NONE }] });
  });

  test('leaves out what the list cannot hold, and says how many', async () => {
    const { round, now } = begin();
    expect(round.add(files(...Array.from({ length: MAX_FILES + 3 }, (_, i) => `${i}`)))).toBe(3);
    expect(now().files).toHaveLength(MAX_FILES);
    expect(round.add(files('one more'))).toBe(1);
    round.clear();
    expect(round.add(files('one more'))).toBe(0);
  });

  test('whatever a reader does, comes to rest with every listed file looked into', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), count: fc.integer({ min: 0, max: 4 }) }),
      fc.record({
        do: fc.constantFrom('answer' as const, 'stop' as const, 'clear' as const, 'rest' as const),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { round, asked, rest, now } = begin();
        let largest = 0;
        for (const each of steps) {
          if (each.do === 'add') round.add(files(...Array.from({ length: each.count }, (_, i) => `${i}`)));
          else if (each.do === 'answer') asked.shift()?.answer(NONE);
          else if (each.do === 'rest') await rest();
          else round[each.do]();
          largest = Math.max(largest, asked.length);
        }
        for (let i = 0; i < 200 && (now().isRunning || asked.length > 0); i++) {
          asked.shift()?.answer(NONE);
          await rest();
        }
        expect(largest).toBeLessThanOrEqual(1);
        expect(now().isRunning).toBe(false);
        expect(now().files.every(({ findings }) => findings === NONE)).toBe(true);
        expect(new Set(now().files.map(({ id }) => id)).size).toBe(now().files.length);
      }),
      { numRuns: 60 },
    );
  });
});
