import type { Span } from '../../model/finding';
import { TEXT_FIELDS, type TextField } from '../../model/post';
import type { Match, Stretch } from './hit';
import { type Reading, type Section, sectionAt } from './reading';

/** A finding shows at most this many of its words. */
const MAX_SPANS = 20;

/** The words of a finding in the fields that a page shows, each once, in order. */
export function spansOf(matches: readonly Match[], { text, sections }: Reading): Span[] {
  const spans = new Map<string, Span>();
  for (const { start, end, reads } of matches.flatMap(({ words }) => words)) {
    const section = sectionAt(sections, start);
    if (!section || !isTextField(section.field)) continue;
    const span = within(section, { start, end });
    const original = text.slice(start, Math.min(end, section.end));
    spans.set(`${section.field}:${span.start}:${span.end}`, {
      field: section.field,
      ...span,
      text: original,
      ...(reads !== undefined && differs(original, reads) ? { reads } : {}),
    });
    if (spans.size >= MAX_SPANS) break;
  }
  return [...spans.values()].sort(inOrder);
}

function inOrder(a: Span, b: Span): number {
  if (a.field === b.field) return a.start - b.start;
  return a.field < b.field ? -1 : 1;
}

function within(section: Section, { start, end }: Stretch): Stretch {
  return { start: start - section.start, end: Math.min(end, section.end) - section.start };
}

function isTextField(field: Section['field']): field is TextField {
  return (TEXT_FIELDS as readonly string[]).includes(field);
}

/** Width and case alone are no other spelling. */
function differs(original: string, plain: string): boolean {
  return original.normalize('NFKC').toLowerCase() !== plain;
}
