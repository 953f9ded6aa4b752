import type { Report } from '../model/report';

/** A report whose texts, as far as a hand-over uses them, have gone through a mask. The stored one is not changed. */
export function maskedReport(report: Report, mask: (text: string) => string): Report {
  const { post, findings } = report;
  const { name } = post.author;
  return {
    ...report,
    note: mask(report.note),
    post: {
      ...post,
      title: mask(post.title),
      author: { ...post.author, ...(name !== undefined && { name: mask(name) }) },
    },
    findings: findings.map((finding) => ({
      ...finding,
      spans: finding.spans.map((span) => ({ ...span, text: mask(span.text) })),
    })),
  };
}
