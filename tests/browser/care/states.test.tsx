import type { ComponentChildren } from 'preact';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DamagedSection } from '@/components/care/DamagedSection';
import { RetentionNotice } from '@/components/care/RetentionNotice';
import { RetentionSection } from '@/components/care/RetentionSection';
import { StorageSection } from '@/components/care/StorageSection';
import { barriers, FOUND, show, verifySection } from './support';

describe.each(['light', 'dark'])('in %s colours', (scheme) => {
  const days = { on: true, days: '30' };
  const states: Record<string, () => ComponentChildren> = {
    'nothing verified yet': () => verifySection(),
    verifying: () => verifySection({ progress: { done: 5, total: 9 } }),
    'problems found': () => verifySection({ found: FOUND }),
    cancelled: () => verifySection({ found: { ...FOUND, cancelled: true, problems: [], found: 0 } }),
    'verifying failed': () => verifySection({ problem: 'The database was closed.', news: 'Counted again.' }),
    'nearly full, refused': () => (
      <StorageSection
        room={{ usage: 9e8, quota: 1e9, persisted: false }}
        nearlyFull
        totals={{ reports: 100_000, pictures: 8_000, pictureBytes: 9e8 }}
        problem="Storage was not told."
        answer="refused"
        onAsk={() => {}}
      />
    ),
    protected: () => (
      <StorageSection
        room={{ persisted: true }}
        nearlyFull={false}
        totals={undefined}
        problem={undefined}
        answer="granted"
        onAsk={() => {}}
      />
    ),
    'rules that are not saved': () => (
      <RetentionSection
        draft={{ dismissed: days, submitted: { on: false, days: '365' }, pictures: { on: true, days: 'x' } }}
        invalid={['pictures']}
        maxDays={3_650}
        changed
        preview={undefined}
        reading
        lastRun={{ at: 0, reports: 3, pictures: 4, stopped: 'The disk is full.' }}
        problem="No room."
        onDraft={() => {}}
        onSave={() => {}}
        onDiscard={() => {}}
      />
    ),
    'damaged and removed rows': () => (
      <DamagedSection
        rows={[{ id: crypto.randomUUID(), problem: 'post.text: expected string' }]}
        removed={[crypto.randomUUID()]}
        problem="Not done."
        onExport={() => {}}
        onRemove={() => {}}
        onPutBack={() => {}}
      />
    ),
    'a run of the rules': () => (
      <>
        {(['running', 'done', 'putting-back', 'left', 'put-back'] as const).map((state) => (
          <RetentionNotice
            key={state}
            news={{ state, done: 3, total: 9, reports: 2, pictures: 1 }}
            onCancel={() => {}}
            onPutBack={() => {}}
            onClose={() => {}}
          />
        ))}
      </>
    ),
  };

  test.each(Object.keys(states))('%s keeps nobody out, and fits a narrow window', async (name) => {
    document.documentElement.style.colorScheme = scheme;
    await page.viewport(800, 600);
    show(states[name]!());
    expect(await barriers()).toEqual([]);
    await page.viewport(360, 600);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});
