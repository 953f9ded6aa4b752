import { language, type MessageKey, t } from '../../utils/i18n';
import type { Confidence } from '../../utils/model/finding';
import type { MediaVerdict } from '../../utils/model/media-check';
import type { LabelReading } from '../../utils/model/post';
import { type Facet, type ReportSort, WITHOUT } from '../../utils/model/queue';
import type { ReportStatus } from '../../utils/model/report';
import { type DayPreset, dateOf } from '../../utils/views/days';
import { confidenceWord } from '../ConfidenceMark';
import { statusWord } from '../words';

/** Names of what packs and sites define; what is not installed any more keeps its id. */
export interface FilterNames {
  category: (id: string) => string;
  campaign: (id: string) => string;
  site: (id: string) => string;
  rule: (id: string) => string;
}

const FACET: Record<Facet, MessageKey> = {
  statuses: 'reportStatus',
  campaigns: 'filterCampaign',
  categories: 'filterCategory',
  sites: 'filterSite',
  confidences: 'filterConfidence',
  labels: 'filterLabel',
  files: 'mediaKeptField',
  rules: 'filterRule',
  assignees: 'filterReviewer',
  tags: 'filterTag',
};
const LABEL: Record<LabelReading['state'], MessageKey> = {
  seen: 'filterLabelSeen',
  none: 'filterLabelNone',
  unknown: 'filterLabelUnknown',
};
const VERDICT: Record<MediaVerdict, MessageKey> = {
  ai: 'mediaVerdictAi',
  'ai-edited': 'mediaVerdictEdited',
  none: 'mediaVerdictNone',
  unreadable: 'mediaVerdictUnreadable',
};
const PRESET: Record<DayPreset, MessageKey> = {
  today: 'filterToday',
  week: 'filterWeek',
  month: 'filterMonth',
  thisMonth: 'filterThisMonth',
};
const SORT: Record<ReportSort['by'], MessageKey> = {
  createdAt: 'filterSortCreatedAt',
  updatedAt: 'filterSortUpdatedAt',
  decidedAt: 'filterSortDecidedAt',
  confidence: 'filterSortConfidence',
  status: 'filterSortStatus',
  site: 'filterSortSite',
  copies: 'filterSortCopies',
};

export const facetWord = (facet: Facet) => t(FACET[facet]);
export const presetWord = (preset: DayPreset) => t(PRESET[preset]);
export const sortWord = (by: ReportSort['by']) => t(SORT[by]);

/** A value of a field in words; values of closed lists are those of the model. */
export function valueWord(facet: Facet, value: string, names: FilterNames): string {
  const without = value === WITHOUT;
  switch (facet) {
    case 'statuses':
      return statusWord(value as ReportStatus);
    case 'confidences':
      return value === 'none' ? t('filterNoFinding') : confidenceWord(value as Confidence);
    case 'labels':
      return t(LABEL[value as LabelReading['state']]);
    case 'files':
      return without ? t('mediaKeptWithout') : t(VERDICT[value as MediaVerdict]);
    case 'categories':
      return without ? t('categoryNone') : names.category(value);
    case 'campaigns':
      return without ? t('categoryNone') : names.campaign(value);
    case 'rules':
      return without ? t('filterWithoutRule') : names.rule(value);
    case 'sites':
      return names.site(value);
    case 'assignees':
      return without ? t('filterNobody') : value;
    case 'tags':
      return without ? t('filterWithoutTag') : value;
  }
}

/** A day in the reader's language; what is no day stays as it is. */
export function dayWord(day: string): string {
  const date = dateOf(day);
  if (!date) return day;
  const locale = language() === 'en' ? 'en' : 'zh-CN';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date);
}
