import { CONFIDENCES } from '../model/finding';
import { MEDIA_VERDICTS } from '../model/media-check';
import { type Facet, WITHOUT } from '../model/queue';
import { REPORT_STATUSES } from '../model/report';
import { isDay } from './days';

/** Longest text that is searched for, and longest name of a value, in UTF-16 code units. */
export const LONGEST = 1_000;

const oneOf =
  (...values: readonly string[]) =>
  (value: string) =>
    values.includes(value);
/** Packs, sites, tags and reviewers come and go; what none of the reports has is shown with a count of 0. */
const isName = (value: string) => value !== '' && value.length <= LONGEST;

/** Whether a text can be a value of a field of the query. */
export const IS_VALUE: Readonly<Record<Facet, (value: string) => boolean>> = {
  statuses: oneOf(...REPORT_STATUSES),
  confidences: oneOf(...CONFIDENCES, 'none'),
  labels: oneOf('seen', 'none', 'unknown'),
  files: oneOf(...MEDIA_VERDICTS, WITHOUT),
  campaigns: isName,
  categories: isName,
  sites: isName,
  rules: isName,
  assignees: isName,
  tags: isName,
};

export const isSearch = (text: string) => text.length <= LONGEST;
export const isEnd = (day: string) => day === '' || isDay(day);
