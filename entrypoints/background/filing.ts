import { fromBase64 } from '@/utils/base64';
import type { Filing, ReportDraft } from '@/utils/model/report';
import type { ReportStore } from '@/utils/storage/reports';
import { pictures } from '@/utils/storage/settings';
import { mayCapture, type PictureTab, takePicture } from './screenshot';

/**
 * Stores a report with a picture of its post, for a gesture that grants one. The answer holds the picture, whether it
 * was kept with the report or awaits the reader's word.
 */
export async function fileWithPicture(
  store: ReportStore,
  draft: ReportDraft,
  tab: PictureTab,
): Promise<Filing> {
  const choice = await pictures.getValue();
  const picture = choice === 'none' ? undefined : await takePicture(draft.post.key, tab);
  if (!picture) return store.file(draft);
  const kept = choice === 'keep' ? new Blob([fromBase64(picture.webp)], { type: 'image/webp' }) : undefined;
  return { ...(await store.file(draft, kept)), picture };
}

/**
 * Stores a report that was filed on a card. A click inside a page grants no picture; one is taken if an earlier gesture
 * has granted it for this tab. A filing that is said again keeps the picture that it has, or its absence.
 */
export async function fileFromCard(
  store: ReportStore,
  draft: ReportDraft,
  tab: { id?: number; windowId?: number } | undefined,
): Promise<Filing> {
  if (tab?.id === undefined || tab.windowId === undefined) return store.file(draft);
  const place = { id: tab.id, windowId: tab.windowId };
  const allowed = (await pictures.getValue()) !== 'none' && !(await wasFiled(store, draft));
  return allowed && (await mayCapture(place)) ? fileWithPicture(store, draft, place) : store.file(draft);
}

async function wasFiled(store: ReportStore, { post, filing }: ReportDraft): Promise<boolean> {
  const report = await store.findByPost(post.key);
  const full = report && (await store.get(report.id));
  return full?.history.some((entry) => entry.filing === filing) ?? false;
}
