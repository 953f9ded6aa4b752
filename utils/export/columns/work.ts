import type { Account } from '../../model/account';
import type { CheckAnswer, Report } from '../../model/report';
import { joinAll, joinList, word } from '../cells';
import { maskNumbers } from '../mask';
import { type Column, column, iso, toldColumn } from './define-column';

/** What a person made of it, and what came of it. */
export const workColumns: readonly Column[] = [
  column(
    'campaign_id',
    'list',
    [
      ['专项行动编号', '所选类别属于哪些专项行动'],
      ['Campaigns', 'Ids of those that the categories belong to'],
    ],
    ({ categories }) => joinList(categories.map((id) => id.split('/')[0] ?? '')),
  ),
  column(
    'subproblem_id',
    'list',
    [
      ['子问题编号', '人所选定的类别'],
      ['Categories', 'Ids of those that the person chose'],
    ],
    ({ categories }) => joinList(categories),
  ),
  toldColumn(
    'subproblem_zh',
    'list',
    [
      ['子问题名称', '规则包中没有的给出编号'],
      ['Names of the categories', 'In Chinese; the id where no pack has it'],
    ],
    ({ categories }, { categoryName }) => joinList(categories.map(categoryName)),
  ),
  column(
    'status',
    'enum',
    [
      ['状态', 'new 待定、confirmed 属实、dismissed 不属实、submitted 已提交'],
      ['Status', 'new, confirmed, dismissed or submitted'],
    ],
    ({ status }) => status,
  ),
  column(
    'status_from',
    'text',
    [
      ['状态取自', '状态取自哪位审核员；空表示自己判定'],
      [
        'Status taken from',
        'Id of the reviewer from whom it was taken over; empty when it is the reviewer’s own',
      ],
    ],
    ({ statusFrom, adopted }) => (statusFrom === adopted ? '' : (statusFrom ?? '')),
  ),
  column(
    'decided_at',
    'datetime',
    [
      ['判定时间', '状态最近一次离开 new 的时间'],
      ['Decided at', 'When the status last left new'],
    ],
    ({ decidedAt }) => iso(decidedAt),
  ),
  column(
    'reviewer_note',
    'text',
    [
      ['备注', '审核员所写，号码已遮盖'],
      ['Note', 'The reviewer’s own; private numbers are replaced'],
    ],
    ({ note }) => maskNumbers(note),
  ),
  column(
    'answers',
    'list',
    [
      ['检查问题与回答', '类别、问题、yes 或 no；没有回答的不列出'],
      ['Answers', 'Category, question and yes or no; questions that were not answered are not there'],
    ],
    ({ answers = [] }) => joinList(answers.map(answerWords)),
  ),
  column(
    'tags',
    'list',
    [
      ['标记', '审核员自己的词'],
      ['Tags', 'Reviewers’ own words'],
    ],
    ({ tags = [] }) => joinList(tags.map((tag) => maskNumbers(tag))),
  ),
  column(
    'assignee',
    'text',
    [
      ['指派给', '由谁判定'],
      ['Assignee', 'Who is to decide'],
    ],
    ({ assignee }) => assignee ?? '',
  ),
  toldColumn(
    'accounts',
    'list',
    [
      ['其他审核员', '其他审核员对同一帖子的说法：名字、状态、类别'],
      ['Other reviewers', 'What they say of the same post: name, status, categories'],
    ],
    ({ accounts = [], adopted }) =>
      joinList(accounts.filter(({ reviewer }) => reviewer.id !== adopted).map(accountWords)),
  ),
  column(
    'withheld',
    'list',
    [
      ['未保留的部分', '举报者选择不保留的部分，相应的列因此为空'],
      [
        'Withheld',
        'What the reporter kept out (author, publishedAt, counts, hashtags, media): those cells are empty for that reason',
      ],
    ],
    ({ withheld = [] }) => joinList(withheld),
  ),
  column(
    'channel',
    'list',
    [
      ['提交渠道', '人已向何处提交；以下五列逐一对应'],
      ['Channels', 'Where a person has handed it in; the next four columns follow its order'],
    ],
    ({ handovers = [] }) => joinAll(handovers.map(({ channel }) => channel)),
  ),
  column(
    'query_code',
    'list',
    [
      ['查询码', '渠道给出的查询码'],
      ['Query codes', 'Under which the channel tells the state of the case'],
    ],
    ({ handovers = [] }) => joinAll(handovers.map(({ queryCode }) => queryCode)),
  ),
  column(
    'submitted_at',
    'list',
    [
      ['提交时间', '世界协调时间'],
      ['Submitted at', 'In UTC'],
    ],
    ({ handovers = [] }) => joinAll(handovers.map(({ at }) => iso(at))),
  ),
  column(
    'outcome',
    'list',
    [
      [
        '处理结果',
        'open 未回复、removed 已删除、labelled 已加标签、handled 已处理、rejected 不受理、no-answer 无回复',
      ],
      ['Outcomes', 'open, removed, labelled, handled, rejected or no-answer'],
    ],
    ({ handovers = [] }) => joinAll(handovers.map(({ outcome }) => outcome)),
  ),
  column(
    'outcome_at',
    'list',
    [
      ['结果时间', '世界协调时间'],
      ['Outcomes at', 'In UTC'],
    ],
    ({ handovers = [] }) => joinAll(handovers.map(({ outcomeAt }) => iso(outcomeAt))),
  ),
  column(
    'overruled',
    'list',
    [
      ['放行的提醒', '导出或提交前有人放行的检查：检查、用途、时间、何人'],
      [
        'Let pass',
        'Checks before an export or a hand-over that a person let pass: check, purpose, time, who',
      ],
    ],
    ({ overruled = [] }) => joinList(overruled.map(overruledWords)),
  ),
];

function answerWords({ category, question, answer }: CheckAnswer): string {
  return `${word(category)} ${question.zh_CN} ${answer}`;
}

function overruledWords({ check, for: purpose, at, by }: NonNullable<Report['overruled']>[number]): string {
  return `${word(check)} ${purpose} ${iso(at)}${by === undefined ? '' : ` ${word(by)}`}`;
}

function accountWords({ reviewer, report }: Account): string {
  return [reviewer.name || reviewer.id, report.status, ...report.categories].join(' ');
}
