import { type Finding, strongest } from '../../model/finding';
import type { CountName, LabelItem, LabelPlaceReading, LabelReading } from '../../model/post';
import { joinAll, joinList, quoted, word } from '../cells';
import { maskNumbers } from '../mask';
import { maskedSpan } from '../mask-report';
import { type Column, column, toldColumn } from './define-column';

export const NO_LABEL = '未见标签';
export const LABEL_UNKNOWN = '无法判断';

const COUNT_WORDS: Record<CountName, readonly [readonly [string, string], readonly [string, string]]> = {
  like: [
    ['点赞数', '页面所示；空表示没有读到'],
    ['Likes', 'As the page shows them; empty when it does not'],
  ],
  comment: [
    ['评论数', '页面所示；空表示没有读到'],
    ['Comments', 'As the page shows them; empty when it does not'],
  ],
  collect: [
    ['收藏数', '页面所示；空表示没有读到'],
    ['Collections', 'As the page shows them; empty when it does not'],
  ],
  share: [
    ['分享数', '页面所示；空表示没有读到'],
    ['Shares', 'As the page shows them; empty when it does not'],
  ],
  view: [
    ['播放数', '播放或阅读，页面所示；空表示没有读到'],
    ['Views', 'As the page shows them; empty when it does not'],
  ],
};

/** What was seen of the post: labels, findings, pictures, counts. */
export const seenColumns: readonly Column[] = [
  column(
    'visible_labels',
    'list',
    [
      ['标签', `标签原文；${NO_LABEL}：标签位置已读、没有标签；${LABEL_UNKNOWN}：没有读到标签位置`],
      [
        'Labels',
        `Their own words, ${NO_LABEL} (the place was read and holds none) or ${LABEL_UNKNOWN} (it could not be read)`,
      ],
    ],
    ({ post }) => labelWords(post.labels),
  ),
  column(
    'label_state',
    'enum',
    [
      ['标签读取结果', 'seen 有标签、none 没有、unknown 无法判断'],
      ['Label state', 'seen, none or unknown'],
    ],
    ({ post }) => post.labels.state,
  ),
  column(
    'label_items',
    'list',
    [
      ['标签明细', '每个标签：种类、谁加的、从何读到、原文'],
      ['Label items', 'For each label its kind, who set it, where it was read, and its words'],
    ],
    ({ post }) => joinList(post.labels.items.map(labelItem)),
  ),
  column(
    'label_places',
    'list',
    [
      ['标签位置', '每个读过的位置及其中文字：element 选择器 = "文字" 或 state 字段 = "文字"；"" 为空'],
      [
        'Label places',
        'What the reading rests on: element <selector> = "<words>" or state <field> = "<words>"; "" is an empty place',
      ],
    ],
    ({ post }) => [...new Set((post.labelPlaces ?? []).map(labelPlace))].join('; '),
  ),
  column(
    'confidence',
    'enum',
    [
      ['可信度', '最强的一条：clue、likely、strong；空表示没有规则命中，由人举报'],
      ['Confidence', 'Of the strongest finding; empty when no rule matched and a person reported the post'],
    ],
    ({ findings }) => strongest(findings) ?? '',
  ),
  column(
    'rules',
    'list',
    [
      ['规则', '命中的规则编号'],
      ['Rules', 'Ids of those that held'],
    ],
    ({ findings }) => joinList(rulesOf(findings).map(({ rule }) => rule)),
  ),
  column(
    'rule_confidences',
    'list',
    [
      ['各规则可信度', '与 rules 逐一对应'],
      ['Confidence of each rule', 'In the order of rules'],
    ],
    ({ findings }) => joinAll(rulesOf(findings).map(({ confidence }) => confidence)),
  ),
  column(
    'matched_words',
    'list',
    [
      ['命中词语', '正文或标题中的原样，号码已遮盖'],
      ['Matched words', 'As they stand in title or text; private numbers are replaced'],
    ],
    ({ post, findings }) =>
      joinList(findings.flatMap(({ spans }) => spans.map((span) => maskedSpan(post, span)))),
  ),
  column(
    'counter_evidence',
    'list',
    [
      ['反证', '对命中不利的词语或标签'],
      ['Counter-evidence', 'Words or labels that speak against the findings'],
    ],
    ({ findings }) => joinList(findings.flatMap(counterWords)),
  ),
  ...(['like', 'comment', 'collect', 'share', 'view'] as const).map((name) =>
    column(`${name}_count`, 'integer', COUNT_WORDS[name], ({ post }) => post.counts[name] ?? ''),
  ),
  column(
    'media',
    'list',
    [
      ['媒体网址', '类型与网址，如 image https://…'],
      ['Media', 'Type and address of each, for instance image https://…'],
    ],
    ({ post }) => joinList((post.media ?? []).map(({ type, url }) => `${type} ${url}`)),
  ),
  toldColumn(
    'screenshots',
    'integer',
    [
      ['截图数', '本机存有的截图'],
      ['Screenshots', 'Number of those that are stored'],
    ],
    ({ id }, { screenshots }) => screenshots.get(id) ?? 0,
  ),
  toldColumn(
    'evidence_sha256',
    'list',
    [
      ['截图 SHA-256', '本机所存截图的散列值，以证未改'],
      ['SHA-256 of the screenshots', 'To show that they are unchanged'],
    ],
    ({ id }, { hashes }) => joinList(hashes.get(id) ?? []),
  ),
];

/** Of each rule its strongest finding, so that two columns tell of the same ones in the same order. */
function rulesOf(findings: readonly Finding[]): Pick<Finding, 'rule' | 'confidence'>[] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  return [...byRule].map(([rule, same]) => ({ rule, confidence: strongest(same) ?? 'clue' }));
}

/** The label as shown, or which of the two silences it was. */
function labelWords({ state, items }: LabelReading): string {
  if (state === 'seen') return joinList(items.map(({ text }) => maskNumbers(text)));
  return state === 'none' ? NO_LABEL : LABEL_UNKNOWN;
}

function labelItem({ kind, by, from, text }: LabelItem): string {
  return `${kind} ${by} ${from} ${word(maskNumbers(text))}`;
}

/** Quotes keep an empty place apart from one that is not told of, and words apart from the selector. */
function labelPlace({ from, where, text }: LabelPlaceReading): string {
  const place = isPlain(where) ? where.toWellFormed() : quoted(where.toWellFormed());
  return `${from} ${place} = ${quoted(maskNumbers(text))}`;
}

/** Whether a selector can be told from what stands around it. */
function isPlain(where: string): boolean {
  return where !== '' && !/^["=\s]|[=\s]$|\s=\s|[\r\n\t]/.test(where);
}

function counterWords({ counter }: Finding): string[] {
  return counter.map((each) => maskNumbers(each.type === 'label' ? each.label.text : each.text));
}
