import { type MessageKey, t } from '../utils/i18n';
import type { HealthStatus } from '../utils/model/page';
import type {
  CountName,
  LabelItem,
  LabelKind,
  LabelPlaceReading,
  MediaType,
  PostKind,
} from '../utils/model/post';
import type { CopyReason } from '../utils/model/queue';
import type { Change, FiledBy, HistoryAction, ReportStatus } from '../utils/model/report';

/** Words for the model's closed lists; a new member without a word is a type error. */
type Words<T extends string> = Record<T, MessageKey>;

const STATUS: Words<ReportStatus> = {
  new: 'statusNew',
  confirmed: 'statusConfirmed',
  dismissed: 'statusDismissed',
  submitted: 'statusSubmitted',
};
const LABEL_KIND: Words<LabelKind> = {
  ai: 'labelKindAi',
  fiction: 'labelKindFiction',
  source: 'labelKindSource',
  ad: 'labelKindAd',
  opinion: 'labelKindOpinion',
  risk: 'labelKindRisk',
  note: 'labelKindNote',
};
const LABEL_BY: Words<LabelItem['by']> = {
  author: 'labelByAuthor',
  platform: 'labelByPlatform',
  community: 'labelByCommunity',
};
const LABEL_PLACE: Words<LabelPlaceReading['from']> = {
  element: 'labelPlaceElement',
  state: 'labelPlaceState',
};
const POST_KIND: Words<PostKind> = {
  video: 'kindVideo',
  note: 'kindNote',
  article: 'kindArticle',
  answer: 'kindAnswer',
  question: 'kindQuestion',
  pin: 'kindPin',
  thread: 'kindThread',
  comment: 'kindComment',
  live: 'kindLive',
  danmaku: 'kindDanmaku',
  topic: 'kindTopic',
  excerpt: 'kindExcerpt',
};
const COUNT: Words<CountName> = {
  like: 'countLike',
  comment: 'countComment',
  collect: 'countCollect',
  share: 'countShare',
  view: 'countView',
};
const MEDIA: Words<MediaType> = {
  image: 'mediaImage',
  video: 'mediaVideo',
  audio: 'mediaAudio',
};
const ACTION: Words<HistoryAction> = {
  filed: 'historyFiled',
  'filed-again': 'historyFiledAgain',
  status: 'historyStatus',
  note: 'historyNote',
  categories: 'historyCategories',
  answers: 'historyAnswers',
  picture: 'historyPicture',
  tags: 'historyTags',
  assignee: 'historyAssignee',
  undone: 'historyUndone',
  reverted: 'historyReverted',
  restored: 'historyRestored',
  handover: 'historyHandover',
  overruled: 'historyOverruled',
  imported: 'historyImported',
  merged: 'historyMerged',
};
const COPY: Words<CopyReason> = {
  text: 'copySameText',
  'near-text': 'copyNearText',
  cover: 'copySameCover',
};
const CHANGE: Words<Change> = {
  same: 'changeSame',
  edited: 'changeEdited',
  labelled: 'changeLabelled',
  unlabelled: 'changeUnlabelled',
  gone: 'changeGone',
};
const FILED_BY: Words<FiledBy> = {
  card: 'filedByCard',
  menu: 'filedByMenu',
  shortcut: 'filedByShortcut',
  key: 'filedByKey',
};
const HEALTH: Words<Exclude<HealthStatus, 'ok'>> = {
  partial: 'healthPartial',
  waiting: 'healthWaiting',
  'layout-changed': 'healthLayoutChanged',
  'not-a-post': 'healthNotAPost',
};

export const statusWord = (status: ReportStatus) => t(STATUS[status]);
export const labelKindWord = (kind: LabelKind) => t(LABEL_KIND[kind]);
export const labelByWord = (by: LabelItem['by']) => t(LABEL_BY[by]);
export const labelPlaceWord = (from: LabelPlaceReading['from']) => t(LABEL_PLACE[from]);
export const kindWord = (kind: PostKind) => t(POST_KIND[kind]);
export const mediaWord = (type: MediaType, number: number) => t(MEDIA[type], number);
export const countWord = (name: CountName) => t(COUNT[name]);
export const actionWord = (action: HistoryAction) => t(ACTION[action]);
export const copyWord = (reason: CopyReason) => t(COPY[reason]);
export const changeWord = (change: Change) => t(CHANGE[change]);
export const filedByWord = (by: FiledBy) => t(FILED_BY[by]);
export const healthWord = (status: Exclude<HealthStatus, 'ok'>) => t(HEALTH[status]);
