import { type Column, column, iso, toldColumn } from './define-column';
import { localTime, zoneOf } from './local-time';

/** Rises when a column is renamed, removed or changes its meaning; new columns come without it. */
export const SCHEMA_VERSION = 3;

/** Of the row itself: whose it is, and when it came about. */
export const aboutColumns: readonly Column[] = [
  toldColumn(
    'schema_version',
    'integer',
    [
      ['格式版本', '列的含义有变时加一'],
      ['Schema version', 'Rises when a column changes its meaning'],
    ],
    () => SCHEMA_VERSION,
  ),
  column(
    'report_id',
    'text',
    [
      ['举报编号', '在记录者本机生成'],
      ['Report id', 'Made on the reviewer’s own machine'],
    ],
    ({ id }) => id,
  ),
  toldColumn(
    'exported_at',
    'datetime',
    [
      ['导出时间', '世界协调时间'],
      ['Exported at', 'In UTC'],
    ],
    (_, { now }) => now.toISOString(),
  ),
  toldColumn(
    'reviewer_id',
    'text',
    [
      ['审核员编号', '本行是谁的举报；从别人的文件得来、本机无人改过的举报仍是那位审核员的'],
      [
        'Reviewer id',
        'Whose report the row is; one that came in a file and that nobody here has changed is still the other reviewer’s',
      ],
    ],
    ({ adopted }, { reviewer }) => adopted ?? reviewer.id,
  ),
  toldColumn(
    'reviewer_name',
    'text',
    [
      ['审核员', '其本机所设的名字；未设则空'],
      ['Reviewer', 'The name set on their own machine; empty when none is'],
    ],
    ({ adopted, accounts = [] }, { reviewer }) =>
      adopted === undefined
        ? reviewer.name
        : (accounts.find((account) => account.reviewer.id === adopted)?.reviewer.name ?? ''),
  ),
  column(
    'reported_at',
    'datetime',
    [
      ['首次举报时间', '世界协调时间'],
      ['Reported at', 'When the post was first reported, in UTC'],
    ],
    ({ createdAt }) => iso(createdAt),
  ),
  toldColumn(
    'reported_at_local',
    'text',
    [
      ['首次举报时间（当地）', '导出者当地时间，时区见 time_zone'],
      ['Reported at, local time', 'On the exporter’s clock; time_zone tells which'],
    ],
    ({ createdAt }, { offset }) => localTime(createdAt, offset(createdAt)),
  ),
  column(
    'captured_at',
    'datetime',
    [
      ['采集时间', '读取页面的时间；2026 年 12 月前的举报没有记下，给出首次举报时间'],
      [
        'Captured at',
        'When the page was read for what the row holds; reports from before 2026-12 do not say it and give the time of the first report',
      ],
    ],
    ({ readAt, createdAt }) => iso(readAt ?? createdAt),
  ),
  toldColumn(
    'captured_at_local',
    'text',
    [
      ['采集时间（当地）', '导出者当地时间，时区见 time_zone'],
      ['Captured at, local time', 'On the exporter’s clock; time_zone tells which'],
    ],
    ({ readAt, createdAt }, { offset }) => {
      const at = readAt ?? createdAt;
      return localTime(at, offset(at));
    },
  ),
  toldColumn(
    'time_zone',
    'text',
    [
      ['时区', '采集时导出者时钟与世界协调时间之差，如 UTC+08:00'],
      ['Time zone', 'Of the exporter’s clock at the time of capture, for instance UTC+08:00'],
    ],
    ({ readAt, createdAt }, { offset }) => zoneOf(offset(readAt ?? createdAt)),
  ),
  column(
    'read_at',
    'datetime',
    [
      ['读取时间', '同采集时间；不知道时为空'],
      ['Read at', 'As captured_at, but empty where it is not known'],
    ],
    ({ readAt }) => iso(readAt),
  ),
  column(
    'updated_at',
    'datetime',
    [
      ['最后改动时间', '世界协调时间'],
      ['Updated at', 'When the report was last changed, in UTC'],
    ],
    ({ updatedAt }) => iso(updatedAt),
  ),
  column(
    'filed_by',
    'enum',
    [
      ['举报方式', 'card 卡片、menu 菜单、shortcut 快捷键、key 页内按键'],
      ['Filed by', 'The gesture: card, menu, shortcut or key'],
    ],
    ({ filedBy }) => filedBy,
  ),
  column(
    'ext_version',
    'text',
    [
      ['扩展版本', '读取页面时的版本'],
      ['Extension version', 'The one that read the page'],
    ],
    ({ version }) => version,
  ),
  column(
    'adapter',
    'text',
    [
      ['站点定义', '读取页面时的站点定义；label_places 中的位置以它为准'],
      [
        'Adapter',
        'Names the state of the site definitions that read the page; the places of label_places are theirs',
      ],
    ],
    ({ adapter }) => adapter ?? '',
  ),
];
