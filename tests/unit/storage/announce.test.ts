import { expect, test, vi } from 'vitest';
import { announceDecisions } from '@/utils/storage/announce';
import { decidedElsewhere, mutedRules, setRuleMuted } from '@/utils/storage/settings';
import { makePost } from '../../support/builders';

test('tells of each change, also of the same posts again, and not of nothing', async () => {
  const keys = [makePost({ id: 'a' }).key];
  const heard = vi.fn();
  decidedElsewhere.watch(heard);
  vi.useFakeTimers({ now: 1_000 });
  await announceDecisions(keys);
  vi.setSystemTime(2_000);
  await announceDecisions(keys);
  await announceDecisions([]);
  vi.useRealTimers();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  expect(heard.mock.calls.map(([value]) => value)).toEqual([
    { at: 1_000, keys },
    { at: 2_000, keys },
  ]);
});

test('muted rules are kept in order and each once', async () => {
  for (const rule of ['b', 'a', 'b']) await setRuleMuted(rule, true);
  expect(await mutedRules.getValue()).toEqual(['a', 'b']);
  await setRuleMuted('b', false);
  await setRuleMuted('c', false);
  expect(await mutedRules.getValue()).toEqual(['a']);
});
