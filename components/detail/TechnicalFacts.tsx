import { formatTime, t } from '../../utils/i18n';
import type { Report } from '../../utils/model/report';
import { Fact } from './Section';

export interface TechnicalFactsProps {
  report: Report;
  /** SHA-256 of the stored row; absent where nothing vouches for it. */
  seal?: string | undefined;
}

/** What a second look at the reading needs; older reports do not say when and by what the post was read. */
export function TechnicalFacts({ report, seal }: TechnicalFactsProps) {
  const { id, post, postKey, version, readAt, adapter, updatedAt, decidedAt } = report;
  return (
    <dl class="facts small">
      {readAt !== undefined && <Fact name={t('detailReadAt')}>{formatTime(readAt)}</Fact>}
      {adapter !== undefined && (
        <Fact name={t('detailAdapter')}>
          <code>{adapter}</code>
        </Fact>
      )}
      <Fact name={t('detailUpdatedAt')}>{formatTime(updatedAt)}</Fact>
      {decidedAt !== undefined && <Fact name={t('detailDecidedAt')}>{formatTime(decidedAt)}</Fact>}
      <Fact name={t('detailExtension')}>{version}</Fact>
      <Fact name={t('detailAddress')}>
        <code>{post.url}</code>
      </Fact>
      <Fact name={t('detailPostKey')}>
        <code>{postKey}</code>
      </Fact>
      <Fact name={t('detailReportId')}>
        <code>{id}</code>
      </Fact>
      {seal && (
        <Fact name={t('detailSeal')}>
          <code>{seal}</code>
        </Fact>
      )}
    </dl>
  );
}
