import { useState } from 'preact/hooks';
import { localized, t } from '../utils/i18n';
import type { NamedSite, PageState } from '../utils/model/page';
import type { PostKey } from '../utils/model/post';
import { EmptyState } from './EmptyState';
import { FoundPosts, type FoundPostsProps } from './FoundPosts';
import { Notice } from './Notice';
import { type Triage, TriagePosts } from './TriagePosts';

export interface PageFindingsProps extends Omit<FoundPostsProps, 'reading' | 'onShow'> {
  page: PageState;
  /** Every site that is read, for a page of none of them. */
  sites: readonly NamedSite[];
  /** Shows a post on the page; false when it is not there any more. */
  onShow: (tabId: number, key: PostKey) => Promise<boolean>;
  /** Where there is room to work through the posts. */
  triage?: Triage;
}

/** What is known of the reader's page, or why nothing is. */
export function PageFindings({ page, sites, ...rest }: PageFindingsProps) {
  switch (page.type) {
    case 'loading':
      return <p class="muted">{t('popupLoading')}</p>;
    case 'foreign':
      return (
        <EmptyState title={t('popupNotRead')}>
          <p class="small">{t('popupSupported')}</p>
          <ul class="words">
            {sites.map(({ id, name }) => (
              <li key={id}>{localized(name)}</li>
            ))}
          </ul>
        </EmptyState>
      );
    case 'opt-in':
      return <Notice tone="info">{t('popupOptIn', localized(page.site.name))}</Notice>;
    case 'off':
      return <Notice tone="info">{t('popupOff', localized(page.site.name))}</Notice>;
    case 'silent':
      return <Notice tone="warning">{t('popupSilent')}</Notice>;
    case 'read':
      return <ReadPage {...rest} key={page.tabId} page={page} />;
  }
}

type ReadPageProps = Omit<PageFindingsProps, 'page' | 'sites'> & { page: PageState & { type: 'read' } };

function ReadPage({ page, onShow, triage, ...rest }: ReadPageProps) {
  const [gone, setGone] = useState(false);
  const show = async (key: PostKey) => setGone(!(await onShow(page.tabId, key)));
  const list = { ...rest, reading: page.reading, onShow: (key: PostKey) => void show(key) };
  return (
    <>
      {gone && <Notice tone="error">{t('popupShowFailed')}</Notice>}
      {triage ? <TriagePosts {...list} triage={triage} /> : <FoundPosts {...list} />}
    </>
  );
}
