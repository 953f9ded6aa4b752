import { describe, expect, test } from 'vitest';
import type { HealthStatus } from '@/utils/model/page';
import { Patience } from '@/utils/scan/patience';

const page = (url: string, status: HealthStatus, pending = false) => ({
  url,
  pending,
  health: { status, posts: 0, labelsRead: 0, missing: [] },
});
const PAGE = 'https://www.zhihu.com/';

describe('Patience', () => {
  test('calls the layout changed only when nothing was there for five seconds', () => {
    const patience = new Patience();
    const judge = (now: number) => patience.judge(page(PAGE, 'layout-changed'), now).status;
    expect([judge(0), judge(4_900), judge(5_000), judge(60_000)]).toEqual([
      'waiting',
      'waiting',
      'layout-changed',
      'layout-changed',
    ]);
  });

  test('begins anew on another page, not for a fragment', () => {
    const patience = new Patience();
    patience.judge(page(PAGE, 'layout-changed'), 0);
    expect(patience.judge(page(`${PAGE}hot`, 'layout-changed'), 6_000).status).toBe('waiting');
    expect(patience.judge(page(`${PAGE}hot#top`, 'layout-changed'), 11_500).status).toBe('layout-changed');
  });

  test('begins anew after posts were there, or while the page is between two posts', () => {
    const patience = new Patience();
    patience.judge(page(PAGE, 'layout-changed'), 0);
    patience.judge(page(PAGE, 'ok'), 4_000);
    expect(patience.judge(page(PAGE, 'layout-changed'), 6_000).status).toBe('waiting');
    patience.judge(page(PAGE, 'layout-changed', true), 8_900);
    expect(patience.judge(page(PAGE, 'layout-changed'), 9_500).status).toBe('waiting');
  });

  test.each(['ok', 'partial', 'not-a-post'] as const)('leaves %s as it is', (status) => {
    expect(new Patience().judge(page(PAGE, status), 0).status).toBe(status);
  });
});
