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

  test('a change of what was filed lets the countdown go on, and comes too late after an undo', () => {
    const later = nextFiling(saved, { type: 'tick' });
    const changed = { ...filed, screenshot: true };
    expect(nextFiling(later, { type: 'amended', filed: changed })).toEqual({ ...later, filed: changed });
    expect(nextFiling({ step: 'undone' }, { type: 'amended', filed: changed })).toEqual({ step: 'undone' });
  });

  test('is saved after a "saved" answer and after nothing else', () => {
    const event = fc.constantFrom(
      { type: 'save' } as const,
      { type: 'failed', error: 'x' } as const,
      { type: 'dismissed' } as const,
      { type: 'amended', filed } as const,
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
