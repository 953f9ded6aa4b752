import type { Report } from '../model/report';

/** What is counted of a report. */
export interface Counted {
  site: string;
  status: string;
  categories: readonly string[];
  /** Rules with a finding under one of its categories, each once. */
  rules: readonly string[];
}

/** Reads a stored row that may be damaged: what does not have its shape is not counted. */
export function countedOf(row: Partial<Report> | undefined): Counted | undefined {
  if (!row) return undefined;
  const categories = strings(row.categories);
  const findings = Array.isArray(row.findings) ? row.findings : [];
  const rules = findings.flatMap((finding) =>
    categories.includes(finding?.category) && typeof finding.rule === 'string' ? [finding.rule] : [],
  );
  return {
    site: text(row.post?.site),
    status: text(row.status),
    categories: [...new Set(categories)],
    rules: [...new Set(rules)],
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
