import type { WholeReport } from '../model/exchange';
import type { Finding, Span } from '../model/finding';
import type { LabelReading, Post } from '../model/post';
import type { Replaced, Visit } from '../model/report';
import { maskInPlace, maskNumbers } from './mask';
import { maskCheck } from './media-said';

/**
 * A span's words with private numbers replaced, also one of which the span holds only a part: that is seen in the text
 * around it.
 */
export function maskedSpan(post: Pick<Post, 'title' | 'text'>, { field, start, end, text }: Span): string {
  if (!/\d/.test(text.normalize('NFKC'))) return text;
  const whole = maskNumbers(text);
  if (whole !== text || post[field].slice(start, end) !== text) return whole;
  return maskInPlace(post[field]).slice(start, end);
}

/** A report and all that belongs to it, private numbers in its texts replaced by as many `*`: places stay right. */
export function maskWhole({ report, history, visits, evidence }: WholeReport): WholeReport {
  return {
    report: maskReport(report),
    history: history.map((entry) =>
      entry.before ? { ...entry, before: maskFields(entry.before, report.post) } : entry,
    ),
    visits: visits.map(maskVisit),
    evidence,
  };
}

function maskReport<T extends Replaced & { post: Post }>(report: T): T {
  return { ...report, ...maskFields(report, report.post) };
}

/** @param post the one that findings without a post of their own were made of */
function maskFields<T extends Replaced>(fields: T, post: Post): T {
  const { findings, note, tags, accounts, handovers, mediaChecks } = fields;
  return {
    ...fields,
    ...(fields.post && { post: maskPost(fields.post) }),
    ...(findings && { findings: findings.map((each) => maskFinding(each, fields.post ?? post)) }),
    ...(note !== undefined && { note: maskInPlace(note) }),
    ...(tags && { tags: tags.map(maskInPlace) }),
    ...(mediaChecks && { mediaChecks: mediaChecks.map(maskCheck) }),
    ...(handovers && { handovers: handovers.map((each) => ({ ...each, note: maskInPlace(each.note) })) }),
    ...(accounts && {
      accounts: accounts.map((account) => ({
        ...account,
        report: maskReport(account.report),
        masked: true as const,
      })),
    }),
  };
}

function maskPost(post: Post): Post {
  const { author, labelPlaces } = post;
  return {
    ...post,
    title: maskInPlace(post.title),
    text: maskInPlace(post.text),
    hashtags: post.hashtags.map(maskInPlace),
    author: author.name === undefined ? author : { ...author, name: maskInPlace(author.name) },
    labels: maskLabels(post.labels),
    ...(labelPlaces && {
      labelPlaces: labelPlaces.map((place) => ({ ...place, text: maskInPlace(place.text) })),
    }),
  };
}

function maskFinding(finding: Finding, post: Post): Finding {
  return {
    ...finding,
    spans: finding.spans.map((span) => {
      const { text, reads, field, start, end } = span;
      const isThere = post[field].slice(start, end) === text;
      return {
        ...span,
        text: isThere ? maskInPlace(post[field]).slice(start, end) : maskInPlace(text),
        ...(reads !== undefined && { reads: maskInPlace(reads) }),
      };
    }),
    counter: finding.counter.map((each) =>
      each.type === 'wording'
        ? { ...each, text: maskInPlace(each.text) }
        : { ...each, label: { ...each.label, text: maskInPlace(each.label.text) } },
    ),
  };
}

function maskVisit(visit: Visit): Visit {
  const { labels, title, text } = visit;
  return {
    ...visit,
    ...(labels && { labels: maskLabels(labels) }),
    ...(title !== undefined && { title: maskInPlace(title) }),
    ...(text !== undefined && { text: maskInPlace(text) }),
  };
}

function maskLabels(labels: LabelReading): LabelReading {
  if (labels.state !== 'seen') return labels;
  const [first, ...rest] = labels.items.map((item) => ({ ...item, text: maskInPlace(item.text) }));
  return first ? { state: 'seen', items: [first, ...rest] } : labels;
}
