// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import '../../support/cleanup';
import { renderHook, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { PageState, ScannedPost } from '@/utils/model/page';
import { NO_LABELS } from '@/utils/model/post';
import { useDecisions } from '@/utils/storage/use-decisions';
import { makeFinding, makePost } from '../../support/builders';
import { draftAt, postOf, useStore } from './support';

const session = useStore();

function pageOf(...ids: string[]): PageState {
  const posts = ids.map((id): ScannedPost => ({ ...makePost({ id }), findings: [makeFinding()] }));
  return { type: 'read', reading: { posts } } as unknown as PageState;
}
const key = (id: string) => makePost({ id }).key;

test('tells which posts of the page were reported, have changed since, and were dismissed', async () => {
  const { store } = session;
  const [a, b] = await Promise.all(['a', 'b'].map((id) => store.file(draftAt(1_000, { post: postOf(id) }))));
  await store.dismiss(key('c'), []);
  await store.recordVisit({ reportId: a!.reportId, changes: ['edited'], text: '改', labels: NO_LABELS });
  await store.recordVisit({ reportId: b!.reportId, changes: ['edited'], text: '改', labels: NO_LABELS });
  await store.recordVisit({ reportId: b!.reportId, changes: ['same'], labels: NO_LABELS });

  const { result } = renderHook(() => useDecisions(store, pageOf('a', 'b', 'c', 'd')));
  expect(result.current).toEqual({ reported: [], changed: [], dismissed: [] });
  await waitFor(() =>
    expect(result.current).toEqual({
      reported: [key('a'), key('b')],
      changed: [key('a')],
      dismissed: [key('c')],
    }),
  );
  await store.recordVisit({ reportId: b!.reportId, changes: ['gone'] });
  await store.undoDismissal(key('c'));
  await waitFor(() => expect(result.current).toMatchObject({ changed: [key('a'), key('b')], dismissed: [] }));
});
