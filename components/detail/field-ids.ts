/** Fields of the open report that a key leads to. */
export const NOTE_FIELD = 'report-note';
export const TAG_FIELD = 'report-tag';
export const REVIEWER_FIELD = 'report-reviewer';
