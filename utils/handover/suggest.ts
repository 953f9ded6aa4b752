import type { Report } from '../model/report';
import type { HandoverForm } from './define-form';
import type { RouteWords } from './prefill';

/** Routes that only those concerned can go at 12377: everybody else tells the site. */
const OF_THOSE_CONCERNED: ReadonlySet<string> = new Set(['abuse', 'privacy', 'business']);

/**
 * Where to hand in first: matters of minors at their own entry; at 12377 what it has a category for; else at the site.
 *
 * @param forms those that take posts of the report's site, the site's own first
 */
export function suggestForm(
  { categories }: Pick<Report, 'categories'>,
  forms: readonly HandoverForm[],
  route: (category: string) => RouteWords | undefined,
): HandoverForm | undefined {
  const routes = categories.flatMap((id) => route(id) ?? []);
  const own = forms.find(({ takes }) => takes !== 'every');
  const named = (id: string) => forms.find((form) => form.id === id) ?? own;
  if (routes.some(({ id }) => id === 'minor')) return named('12377-minor');
  const office = named('12377');
  const headings = office?.fields.find((field) => field.kind === 'choice')?.options ?? [];
  const isForOffice = routes.some(
    ({ id, c12377 }) => !OF_THOSE_CONCERNED.has(id) && headings.includes(c12377),
  );
  return isForOffice ? office : (own ?? forms[0]);
}
