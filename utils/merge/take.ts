import type { Account, Reviewer } from '../model/account';
import type { ReportEdit } from '../model/edit';
import type { Report } from '../model/report';
import type { TakeableField } from './plan';

/**
 * The edits that take fields over from an account.
 *
 * @param me who works here, where the account may be their own: then nothing is taken over from anybody
 */
export function takeEdits(
  here: Report,
  account: Account,
  fields: readonly TakeableField[],
  me?: Reviewer,
): ReportEdit[] {
  return fields.map((field) => takeEdit(here, account, field, me));
}

function takeEdit(
  here: Report,
  { reviewer, report }: Account,
  field: TakeableField,
  me: Reviewer | undefined,
): ReportEdit {
  switch (field) {
    case 'status': {
      // What somebody has taken over themselves is still the decision of whom they took it from.
      const from = report.statusFrom ?? (reviewer.id === me?.id ? undefined : reviewer.id);
      return { action: 'status', status: report.status, ...(from !== undefined && { from }) };
    }
    case 'categories':
      return { action: 'categories', categories: report.categories };
    case 'answers':
      return { action: 'answers', answers: report.answers ?? [] };
    case 'note':
      return { action: 'note', note: report.note };
    case 'tags': {
      const theirs = report.tags ?? [];
      const remove = (here.tags ?? []).filter((tag) => !theirs.includes(tag));
      return { action: 'tags', add: theirs, remove };
    }
  }
}
