import { columnOf, columns } from './columns';

/** Named choices of columns, each in its order. */
export const COLUMN_SETS = ['default', '12377', 'all'] as const;
export type ColumnSet = (typeof COLUMN_SETS)[number];

/** As files had it so far, and what came to it. */
const DEFAULT = `schema_version report_id exported_at platform content_type post_url site_url site_name post_id post_key
  published_at published_at_approximate captured_at author_name author_id author_url author_verification title
  text_excerpt hashtags visible_labels label_state campaign_id subproblem_id subproblem_zh confidence matched_words
  counter_evidence rules like_count comment_count collect_count share_count view_count status reviewer_note filed_by
  screenshots updated_at ext_version reported_at read_at adapter label_places answers withheld text_complete surface
  label_items rule_confidences media tags assignee decided_at status_from reviewer_id reviewer_name reported_at_local
  time_zone channel query_code submitted_at outcome outcome_at media_verdict media_strength media_mechanisms
  media_producers media_signers media_claims media_files_checked media_bytes_read media_sha256 media_checks`;

/** What the form of 12377 asks for, in its order; the last ones let the file be read back. */
const FORM_12377 = `report_id exported_at platform content_type post_url site_url site_name post_id published_at
  captured_at author_name author_url author_verification title text_excerpt visible_labels subproblem_id subproblem_zh
  checklist_answers evidence_sha256 attachment_count report_text_200 severity confidence suggested_12377_category
  platform_report_category standing_required authoritative_link reviewer_note truth_statement reporter_contact
  description_500 urls_packed_500 captured_at_local time_zone reviewer_id reviewer_name post_key status updated_at`;

/** Ids of columns. */
export const columnSets: Readonly<Record<ColumnSet, readonly string[]>> = {
  default: DEFAULT.split(/\s+/),
  '12377': FORM_12377.split(/\s+/),
  all: columns.map(({ id }) => id),
};

/** A choice of columns as it was stored: unknown ids and repetitions are dropped, and none at all is the default. */
export function readColumnChoice(stored: unknown): readonly string[] {
  const ids = Array.isArray(stored) ? stored.filter((id) => typeof id === 'string' && columnOf(id)) : [];
  return ids.length > 0 ? [...new Set(ids as string[])] : columnSets.default;
}
