import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FilingState, nextFiling, UNDO_SECONDS } from '@/components/use-filing';

const filed = { reportId: 'r', seq: 1, isNew: true, screenshot: false };
const saved: FilingState = { step: 'saved', filed, secondsLeft: UNDO_SECONDS };

describe('the filing state machine', () => {
  test('counts down only while saved, and not below zero', () => {
    let state: FilingState = saved;
    for (let i = 0; i < UNDO_SECONDS + 5; i++) state = nextFiling(state, { type: 'tick' });
    expect(state).toEqual({ ...saved, secondsLeft: 0 });
    expect(nextFiling({ step: 'open' }, { type: 'tick' })).toEqual({ step: 'open' });
  });

  test('is saved after a "saved" answer and after nothing else', () => {
    const event = fc.constantFrom(
      { type: 'save' } as const,
      { type: 'failed', error: 'x' } as const,
      { type: 'dismissed' } as const,
      { type: 'undone' } as const,
      { type: 'tick' } as const,
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const end = events.reduce<FilingState>(nextFiling, { step: 'open' });
        expect(end.step).not.toBe('saved');
      }),
    );
    expect(nextFiling({ step: 'saving' }, { type: 'saved', filed })).toEqual(saved);
  });
});
