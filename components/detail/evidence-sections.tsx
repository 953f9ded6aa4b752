import { t } from '../../utils/i18n';
import type { Evidence, Report } from '../../utils/model/report';
import { CategoryPicker } from '../CategoryPicker';
import { FindingView } from '../FindingView';
import { HelpNotice } from '../HelpNotice';
import type { DetailActions, Names } from '../ReportDetail';
import { Screenshot } from '../Screenshot';
import { Section } from './Section';

type FindingSectionProps = { report: Report; names: Names } & Pick<DetailActions, 'onMore'>;

/** Why the post was marked, rule by rule. */
export function FindingSection({ report, names, onMore }: FindingSectionProps) {
  const { findings, mediaChecks } = report;
  const needsHelp = findings.some((finding) => names.finding(finding)?.help);
  return (
    <Section title={t('detailFindings')}>
      {findings.length === 0 && <p class="muted">{t('detailNoFindings')}</p>}
      {needsHelp && <HelpNotice />}
      {findings.map((finding, i) => (
        <FindingView
          key={finding.rule}
          finding={finding}
          checks={mediaChecks}
          category={names.category(finding.category)}
          described={names.finding(finding)}
          again={findings.slice(0, i).some(({ category }) => category === finding.category)}
          onMore={onMore}
        />
      ))}
    </Section>
  );
}

type CategorySectionProps = { report: Report; names: Names } & Pick<DetailActions, 'onCategories'>;

/** What the report is filed under; a category that no finding explains says what it asks. */
export function CategorySection({ report, names, onCategories }: CategorySectionProps) {
  const { categories, findings } = report;
  const explained = new Set(findings.flatMap((finding) => names.finding(finding)?.category ?? []));
  return (
    <Section title={t('cardCategories')}>
      {categories.length === 0 && <p class="muted">{t('categoryNone')}</p>}
      <CategoryPicker
        options={names.categories}
        chosen={categories}
        guidanceOf={(id) => (explained.has(id) ? undefined : names.guidance(id))}
        onChange={onCategories}
      />
    </Section>
  );
}

type PictureSectionProps = { evidence: readonly Evidence[] } & Pick<DetailActions, 'onPicture'>;

export function PictureSection({ evidence, onPicture }: PictureSectionProps) {
  return (
    <Section title={t('detailScreenshots')}>
      {evidence.length === 0 && <p class="muted">{t('detailNoScreenshots')}</p>}
      {evidence.map((each) => (
        <Screenshot
          key={each.id}
          blob={each.blob}
          at={each.at}
          onChange={(picture) => onPicture(each, picture)}
        />
      ))}
    </Section>
  );
}
