import { OUTCOMES } from '../model/handover';
import { FILED_BY, REPORT_STATUSES, type Report, WITHHOLDABLE } from '../model/report';
import { splitList } from './cells';
import { Row, RowProblem } from './read-row/cells-of-row';
import { readFindings } from './read-row/findings';
import { readMediaChecks } from './read-row/media';
import { readPost } from './read-row/post';
import { readAnswer, readOverruled } from './read-row/words';

/**
 * Makes a whole report of a row of a table: all that its columns hold, and for the rest what says least. `post_key`,
 * `post_url`, `status` and any column with a time must be there. Lengths are not looked at.
 *
 * @param cells by column id; the apostrophes of {@link import('./formula').escapeCell} are taken off
 */
export function readRow(cells: ReadonlyMap<string, string>): { report: Report } | { problem: string } {
  try {
    return { report: reportOf(new Row(cells)) };
  } catch (error) {
    if (error instanceof RowProblem) return { problem: error.message };
    throw error;
  }
}

function reportOf(row: Row): Report {
  const post = readPost(row);
  const readAt = row.has('read_at') ? row.time('read_at') : row.time('captured_at');
  const createdAt = earliestKnown(row);
  const decidedAt = row.time('decided_at');
  const answers = row.list('answers').map(readAnswer);
  const withheld = row.list('withheld').map((part) => row.oneOf('withheld', WITHHOLDABLE, part));
  const mediaChecks = readMediaChecks(row);
  const tags = row.list('tags');
  const overruled = row.list('overruled').map(readOverruled);
  const handovers = readHandovers(row, post.key);
  return {
    id: row.text('report_id') || post.key,
    postKey: post.key,
    post,
    findings: readFindings(row, post),
    categories: row.list('subproblem_id'),
    note: row.text('reviewer_note'),
    status: row.oneOf('status', REPORT_STATUSES),
    filedBy: row.oneOf('filed_by', FILED_BY, row.text('filed_by') || 'card'),
    version: row.text('ext_version'),
    ...(readAt !== undefined && { readAt }),
    ...optionalText(row, 'adapter', 'adapter'),
    ...(answers.length > 0 && { answers }),
    ...(withheld.length > 0 && { withheld }),
    ...(mediaChecks.length > 0 && { mediaChecks }),
    ...(tags.length > 0 && { tags }),
    ...optionalText(row, 'assignee', 'assignee'),
    ...(decidedAt !== undefined && { decidedAt }),
    ...optionalText(row, 'status_from', 'statusFrom'),
    ...(handovers.length > 0 && { handovers }),
    ...(overruled.length > 0 && { overruled }),
    createdAt,
    updatedAt: row.time('updated_at') ?? decidedAt ?? createdAt,
  };
}

function optionalText<K extends string>(row: Row, column: string, field: K): { [key in K]?: string } {
  const text = row.text(column);
  return (text === '' ? {} : { [field]: text }) as { [key in K]?: string };
}

/** In the order of how near they are to when the post was first reported. */
const TIMES = ['reported_at', 'captured_at', 'read_at', 'decided_at', 'updated_at', 'exported_at'] as const;

function earliestKnown(row: Row): number {
  for (const column of TIMES) {
    const at = row.time(column);
    if (at !== undefined) return at;
  }
  throw new RowProblem(`reported_at: missing, and so is any other time`);
}

/** Lists that go beside each other; what a shorter one does not tell is not known. */
function readHandovers(row: Row, postKey: string): NonNullable<Report['handovers']> {
  const columns = ['channel', 'query_code', 'submitted_at', 'outcome', 'outcome_at'] as const;
  const [channels, codes, times, outcomes, ends] = columns.map((column) => splitList(row.text(column))) as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  const count = Math.max(channels.length, times.length, codes.length, outcomes.length, ends.length);
  return Array.from({ length: count }, (_, i) => {
    const at = row.timeIn('submitted_at', times[i] ?? '') ?? row.time('updated_at') ?? earliestKnown(row);
    const end = row.timeIn('outcome_at', ends[i] ?? '');
    const channel = channels[i] ?? '';
    return {
      id: `${channel}@${at}#${i}`,
      channel,
      at,
      queryCode: codes[i] ?? '',
      outcome: row.oneOf('outcome', OUTCOMES, outcomes[i] || 'open'),
      ...(end !== undefined && { outcomeAt: end }),
      note: '',
      posts: [postKey],
    };
  });
}
