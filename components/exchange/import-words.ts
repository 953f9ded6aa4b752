import { formatNumber, type MessageKey, t } from '@/utils/i18n';
import type { FileLook, ImportProblem } from '@/utils/import/problems';
import type { ComparedField, ReportPlan } from '@/utils/merge/plan';
import { plainName, type Reviewer } from '@/utils/model/account';
import type { ImportFormat } from '@/utils/model/exchange';

const PROBLEMS: Record<ImportProblem['code'], MessageKey> = {
  empty: 'importProblemEmpty',
  unreadable: 'importProblemUnreadable',
  encoding: 'importProblemEncoding',
  'not-ours': 'importProblemNotOurs',
  newer: 'importProblemNewer',
  'no-reports': 'importProblemNoReports',
  'cut-off': 'importProblemCutOff',
  'zip-damaged': 'importProblemZipDamaged',
  'zip-encrypted': 'importProblemZipEncrypted',
  'zip-paths': 'importProblemZipPaths',
  'zip-bomb': 'importProblemZipBomb',
  'too-large': 'importProblemTooLarge',
  'too-many-columns': 'importProblemTooManyColumns',
  'too-many-rows': 'importProblemTooManyRows',
  'too-many-problems': 'importProblemTooManyProblems',
  hash: 'importProblemHash',
  'row-quotes': 'importProblemRowQuotes',
  'row-cells': 'importProblemRowCells',
  'row-json': 'importProblemRowJson',
  'row-shape': 'importProblemRowShape',
  'row-large': 'importProblemRowLarge',
  'row-repeated': 'importProblemRowRepeated',
  picture: 'importProblemPicture',
};

const LOOKS: Record<FileLook, MessageKey> = {
  workbook: 'importLooksWorkbook',
  'old-workbook': 'importLooksWorkbook',
  document: 'importLooksDocument',
  'web-page': 'importLooksWebPage',
  'json-list': 'importLooksJsonList',
  'case-list': 'importLooksCaseList',
  sponsorblock: 'importLooksSponsorblock',
  douyin: 'importLooksDouyin',
};

const VERDICTS: Record<ReportPlan['verdict'], MessageKey> = {
  new: 'importVerdictNew',
  same: 'importVerdictSame',
  added: 'importVerdictAdded',
  differs: 'importVerdictDiffers',
};

const FIELDS: Record<ComparedField, MessageKey> = {
  status: 'importFieldStatus',
  categories: 'importFieldCategories',
  answers: 'importFieldAnswers',
  note: 'importFieldNote',
  tags: 'importFieldTags',
  title: 'importFieldTitle',
  text: 'importFieldText',
  labels: 'importFieldLabels',
  files: 'mediaKeptField',
  author: 'importFieldAuthor',
};

const FORMATS: Record<ImportFormat, MessageKey> = {
  csv: 'importFormatCsv',
  ndjson: 'importFormatNdjson',
  zip: 'importFormatZip',
};

/** So much of an id tells two reviewers without a name apart. */
const SHORT_ID = 6;

export const verdictWord = (verdict: ReportPlan['verdict']) => t(VERDICTS[verdict]);
export const fieldWord = (field: ComparedField) => t(FIELDS[field]);
export const formatWord = (format: ImportFormat) => t(FORMATS[format]);

/** What is wrong, and of a file that is not ours what it looks like. */
export function problemWord({ code, looks }: Pick<ImportProblem, 'code' | 'looks'>): string {
  return looks ? `${t(PROBLEMS[code])} ${t(LOOKS[looks])}` : t(PROBLEMS[code]);
}

/** What a reviewer is called: the name they gave themselves, or the beginning of their id. */
export function reviewerWord({ id, name }: Reviewer): string {
  return plainName(name) || t('importReviewerNameless', plainName(id).slice(0, SHORT_ID));
}

/** Where a problem is: its row, its file within a ZIP, both or neither. */
export function problemPlace({ row, file }: Pick<ImportProblem, 'row' | 'file'>): string {
  const place = row === undefined ? '' : t('importProblemAtRow', formatNumber(row));
  return [file, place].filter(Boolean).join(t('listSeparator'));
}

/** One line for each problem, to be sent to whoever made the file. */
export function problemList(file: string, problems: readonly ImportProblem[]): string {
  const lines = problems.map((problem) =>
    [problemPlace(problem), problemWord(problem), problem.detail].filter(Boolean).join('\t'),
  );
  return `${[file, ...lines].join('\n')}\n`;
}
