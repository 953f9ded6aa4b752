import type { Candidates } from '../candidates';
import { PERSON_ID, PERSON_LINK } from './addresses';

/** A time, wherever it stands among other words of a line. */
export const SHOWN_TIME =
  /(?:\d{4}[-年.]\d{1,2}[-月.]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?|\d{1,2}月\d{1,2}日|\d+\s*(?:秒|分钟|小时|天|周|个月|年)前|刚刚|[昨前]天(?:\s*\d{1,2}:\d\d)?)/;

/** Where a link to a person stands. */
export const linkOf = (css: string): { authorId: Candidates; authorUrl: Candidates } => ({
  authorId: [{ css, attr: 'href', match: PERSON_ID }],
  authorUrl: [{ css, attr: 'href', match: PERSON_LINK }],
});
