import { describe, expect, test, vi } from 'vitest';
import { askToPersist, isNearlyFull, readStorageState, usedShare } from '@/utils/care/storage-state';

function manager(estimate: StorageEstimate, persisted: boolean, granted = false) {
  return {
    estimate: async () => estimate,
    persisted: async () => persisted,
    persist: vi.fn(async () => granted),
  };
}

describe('the room that the browser gives', () => {
  test('is what it says, and only that', async () => {
    expect(await readStorageState(manager({ usage: 5, quota: 10 }, true))).toEqual({
      usage: 5,
      quota: 10,
      persisted: true,
    });
    expect(await readStorageState(manager({}, false))).toEqual({ persisted: false });
    const broken = { ...manager({}, false), estimate: async () => Promise.reject(new TypeError('opaque')) };
    await expect(readStorageState(broken)).rejects.toThrow('opaque');
  });

  test('is nearly used up above 80 per cent', () => {
    expect(isNearlyFull({ usage: 80, quota: 100 })).toBe(false);
    expect(isNearlyFull({ usage: 81, quota: 100 })).toBe(true);
    expect(isNearlyFull({ usage: 300, quota: 100 })).toBe(true);
    for (const unknown of [{}, { usage: 5 }, { quota: 5 }, { usage: 5, quota: 0 }]) {
      expect(usedShare(unknown)).toBeUndefined();
      expect(isNearlyFull(unknown)).toBe(false);
    }
  });

  test('asking for persistence gives the answer of the browser', async () => {
    expect(await askToPersist(manager({}, false, true))).toBe(true);
    expect(await askToPersist(manager({}, false, false))).toBe(false);
  });
});
