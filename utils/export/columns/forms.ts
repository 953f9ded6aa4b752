import type { Report } from '../../model/report';
import { joinList } from '../cells';
import { type CategoryGuide, type Column, type ColumnContext, column, toldColumn } from './define-column';

const SHORT = 200;
const LONG = 500;
/** Of some copies of the 12377 form. */
const MOST_PICTURES = 3;

/** What the form of 12377 and those of the sites ask for. */
export const formColumns: readonly Column[] = [
  toldColumn(
    'severity',
    'integer',
    [
      ['严重度', '1 至 4，取各类别中最高者；规则包中没有的为空'],
      ['Severity', '1 to 4, that of the gravest category; empty when no pack has any of them'],
    ],
    (report, context) => {
      const severities = guidesOf(report, context).map(({ severity }) => severity);
      return severities.length > 0 ? Math.max(...severities) : '';
    },
  ),
  toldColumn(
    'suggested_12377_category',
    'list',
    [
      ['建议的 12377 类别', '按类别的建议，由人决定'],
      ['Suggested category of 12377', 'Suggested by category; a person decides'],
    ],
    (report, context) => joinList(guidesOf(report, context).map(({ c12377 }) => c12377)),
  ),
  toldColumn(
    'platform_report_category',
    'list',
    [
      ['平台举报选项', '平台自己的举报选项中相近的；不知道时为空'],
      ['Reason in the site’s own form', 'The nearest one; empty when it is not known'],
    ],
    (report, context) =>
      joinList(guidesOf(report, context).flatMap(({ sites }) => sites[report.post.site] ?? [])),
  ),
  toldColumn(
    'standing_required',
    'list',
    [
      ['举报资格', '谁可以举报'],
      ['Standing', 'Who may report'],
    ],
    (report, context) => joinList(guidesOf(report, context).map(({ standing }) => standing)),
  ),
  toldColumn(
    'checklist_answers',
    'text',
    [
      ['检查结果', '问题与回答，供人阅读'],
      ['Checklist', 'Questions and answers, to be read by people'],
    ],
    ({ answers = [] }) =>
      answers.map(({ question, answer }) => `${question.zh_CN}=${answer === 'yes' ? '是' : '否'}`).join('; '),
  ),
  toldColumn(
    'attachment_count',
    'integer',
    [
      ['附件数', `可附的截图数，至多 ${MOST_PICTURES}`],
      ['Attachments', `Screenshots that can go with it, at most ${MOST_PICTURES}`],
    ],
    ({ id }, { screenshots }) => Math.min(MOST_PICTURES, screenshots.get(id) ?? 0),
  ),
  toldColumn(
    'report_text_200',
    'text',
    [
      ['举报说明（200 字）', `不超过 ${SHORT} 字`],
      ['Description, short', `At most ${SHORT} characters`],
    ],
    (report, { description }) => description(report, SHORT),
  ),
  toldColumn(
    'description_500',
    'text',
    [
      ['举报内容（500 字）', `不超过 ${LONG} 字`],
      ['Description', `At most ${LONG} characters`],
    ],
    (report, { description }) => description(report, LONG),
  ),
  toldColumn(
    'urls_packed_500',
    'text',
    [
      ['详细网址（500 字）', `不超过 ${LONG} 字；放不下的网址不截断，留空`],
      ['Addresses', `At most ${LONG} characters; an address that does not fit is left out, never cut`],
    ],
    ({ post }) => (post.url.length <= LONG ? post.url : ''),
  ),
  toldColumn(
    'authoritative_link',
    'url',
    [
      ['权威辟谣或公告链接', '备注中的第一个网址'],
      ['Authoritative link', 'The first address in the note'],
    ],
    ({ note }) => /https?:\/\/[^\s"'<>，。；、）]+/.exec(note)?.[0] ?? '',
  ),
  column(
    'truth_statement',
    'text',
    [
      ['真实性确认', '留空，由提交人自行确认'],
      ['Truth statement', 'Always empty: whoever hands the report in states it'],
    ],
    () => '',
  ),
  column(
    'reporter_contact',
    'text',
    [
      ['举报人联系方式', '留空，由提交人自行填写，不入库'],
      ['Reporter’s contact', 'Always empty: whoever hands the report in fills it in; it is never stored'],
    ],
    () => '',
  ),
];

/** The gravest first: forms take one. */
function guidesOf({ categories }: Report, { guide }: ColumnContext): CategoryGuide[] {
  return categories.flatMap((id) => guide(id) ?? []).sort((a, b) => b.severity - a.severity);
}
