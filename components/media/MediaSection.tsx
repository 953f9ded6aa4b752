import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, t } from '../../utils/i18n';
import type { MediaCheck, MediaView } from '../../utils/model/media-check';
import type { Post } from '../../utils/model/post';
import { FileSays } from './FileSays';
import { canCheck, joinedWords, speaks } from './media-facts';
import { fileName, readWords } from './media-words';
import { SilentList } from './SilentList';

/** What is known of a post's files, and what a person can do about it. */
export interface CardMedia {
  view: MediaView;
  onCheck: () => void;
  onStop: () => void;
  /** Leads to where the reader allows it for the site. */
  onAllow: () => void;
}

export interface MediaSectionProps extends CardMedia {
  post: Pick<Post, 'labels' | 'media'>;
  /** What the report holds of it; absent until the post is reported. */
  kept?: readonly MediaCheck[] | undefined;
}

/** What the files of a post say of their making, beside what the page says of it. */
export function MediaSection({ post, kept, view, onCheck, onStop, onAllow }: MediaSectionProps) {
  const { files, checks, isRunning } = view;
  const offers = isRunning || canCheck(files, checks);
  const frame = useFocusOfButton(offers);
  if (files === 0 && checks.length === 0) return null;
  const joined = joinedWords(checks, post.labels);
  return (
    <section class="media-says" tabIndex={-1} aria-label={t('mediaTitle')} ref={frame}>
      <h3>{t('mediaTitle')}</h3>
      <p role="status" class="term">
        {progressWords(view)}
      </p>
      {checks.filter(speaks).map((check) => (
        <div key={check.media.url} class="file-says">
          <h4>{fileName(check.media, post.media ?? [])}</h4>
          <FileSays check={check} />
          {check.sha256 && (
            <p class="source">
              {readWords(check)} · SHA-256 <code title={check.sha256}>{check.sha256.slice(0, 12)}…</code>
            </p>
          )}
        </div>
      ))}
      {joined && <p class="joined">{joined}</p>}
      <SilentList checks={checks} />
      {kept && checks.some((check) => speaks(check) && !holds(kept, check)) && (
        <p class="reminder">{t('mediaCardLate')}</p>
      )}
      {!isRunning && checks.some(({ trouble }) => trouble === 'not-allowed') && (
        <button type="button" onClick={onAllow}>
          {t('mediaCardAllow')}
        </button>
      )}
      {offers && (
        <button type="button" onClick={isRunning ? onStop : onCheck}>
          {t(isRunning ? 'mediaStop' : checks.length > 0 ? 'actionRetry' : 'mediaCardCheck')}
        </button>
      )}
      {offers && checks.length === 0 && <p class="reminder">{t('mediaCardHint')}</p>}
    </section>
  );
}

function holds(kept: readonly MediaCheck[], { media, verdict }: MediaCheck): boolean {
  return kept.some((each) => each.media.url === media.url && each.verdict === verdict);
}

function progressWords({ files, checks, isRunning }: MediaView): string {
  if (isRunning) return t('mediaCardRunning', formatNumber(checks.length), formatNumber(files));
  return checks.length > 0 ? t('mediaCardDone', formatNumber(checks.length)) : '';
}

/** The button goes once there is nothing left to ask: whoever stood in the section stays there. */
function useFocusOfButton(offers: boolean) {
  const frame = useRef<HTMLElement>(null);
  const section = frame.current;
  // Before what is rendered now takes the place of what was.
  const stoodHere = section?.contains((section.getRootNode() as Document | ShadowRoot).activeElement);
  useLayoutEffect(() => {
    const { activeElement } = (section?.getRootNode() ?? document) as Document | ShadowRoot;
    if (stoodHere && !section?.contains(activeElement)) section?.focus();
  }, [offers]);
  return frame;
}
