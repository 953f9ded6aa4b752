import { maskNumbers } from '../export/mask';
import type { Report } from '../model/report';
import { type Cut, composeDescription } from './compose';
import { countCharacters, cutTo } from './count';
import type { Fill, FormField, HandoverForm } from './define-form';
import { packAddresses } from './pack-addresses';
import { localTime, type Worded } from './pieces';

/** The headings under which a category is reported (packs/routes.json). */
export interface RouteWords {
  id: string;
  /** Heading at 12377 in Chinese: one of its categories, or words on which to choose. */
  c12377: string;
  /** Reasons of the sites' own forms. */
  sites: Readonly<Record<string, string>>;
}

export interface PrefillContext extends Worded {
  route: (category: string) => RouteWords | undefined;
  /** Longest description instead of the form's first limit. */
  descriptionLimit?: number;
}

/** What a field is filled with before a person changes anything. */
export interface FilledField {
  field: FormField;
  /** Empty where nothing is known, and for what is not text. */
  value: string;
  limit: number | undefined;
  cut: readonly FieldCut[];
}

/** `addresses`: so many whole ones did not fit; `text`: the end of a name or title. */
export type FieldCut =
  | Cut
  | { what: 'addresses'; addresses: string[] }
  | { what: 'text'; characters: number };

/** @param reports the first leads; the others are copies that go with it */
export function prefill(
  form: HandoverForm,
  reports: readonly [Report, ...Report[]],
  context: PrefillContext,
): FilledField[] {
  return form.fields.map((field): FilledField => {
    switch (field.kind) {
      case 'text':
        return filledText(field, reports, context);
      case 'address-list':
        return filledAddresses(field, reports);
      case 'choice':
        return {
          field,
          value: field.of === 'reason' ? reasonFor(form, field.options, reports, context) : '',
          limit: undefined,
          cut: [],
        };
      default:
        return { field, value: '', limit: undefined, cut: [] };
    }
  });
}

type TextField = Extract<FormField, { kind: 'text' }>;

function filledText(
  field: TextField,
  reports: readonly [Report, ...Report[]],
  context: PrefillContext,
): FilledField {
  if (field.fill === 'description') {
    const limit = context.descriptionLimit ?? field.limits?.[0] ?? Number.POSITIVE_INFINITY;
    const { text, cut } = composeDescription(reports, { ...context, limit });
    return { field, value: text, limit: Number.isFinite(limit) ? limit : undefined, cut };
  }
  const limit = field.limits?.[0];
  const whole = maskNumbers(known(field.fill, reports[0], context));
  const value = limit === undefined ? whole : cutTo(whole, limit);
  const missing = countCharacters(whole) - countCharacters(value);
  return { field, value, limit, cut: missing > 0 ? [{ what: 'text', characters: missing }] : [] };
}

function known(fill: Fill, { post, readAt, createdAt }: Report, context: PrefillContext): string {
  switch (fill) {
    case 'site-name':
      return context.siteName(post.site);
    case 'site-address':
      return originOf(post.url);
    case 'author-name':
      return post.author.name ?? '';
    case 'author-address':
      return post.author.url ?? '';
    case 'title':
      return post.title;
    case 'first-seen':
      return localTime(readAt ?? createdAt, context);
    default:
      return '';
  }
}

function filledAddresses(
  field: Extract<FormField, { kind: 'address-list' }>,
  reports: readonly Report[],
): FilledField {
  const { packed, left } = packAddresses([...new Set(reports.map(({ post }) => post.url))], field.limit);
  return {
    field,
    value: packed,
    limit: field.limit,
    cut: left.length > 0 ? [{ what: 'addresses', addresses: left }] : [],
  };
}

/** Only a heading that the route names outright; what it names on a condition is for the person to choose. */
function reasonFor(
  form: HandoverForm,
  options: readonly string[],
  [lead]: readonly [Report, ...Report[]],
  { route }: PrefillContext,
): string {
  for (const category of lead.categories) {
    const words = route(category);
    const heading = typeof form.takes === 'object' ? words?.sites[form.takes.site] : words?.c12377;
    if (heading !== undefined && options.includes(heading)) return heading;
  }
  return '';
}

function originOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.origin}/` : '';
}
