import type { Localized } from '../model/localized';
import type { HandoverForm } from './define-form';

const modules = import.meta.glob<{ form: HandoverForm }>('./forms/*.ts', { eager: true });

/** All forms, found by file: to add one is to add `utils/handover/forms/<id>.ts` that exports `form`. */
export const forms: readonly HandoverForm[] = Object.values(modules)
  .map(({ form }) => form)
  .sort((a, b) => a.id.localeCompare(b.id));

const byId = new Map(forms.map((form) => [form.id, form]));

export function formById(id: string): HandoverForm | undefined {
  return byId.get(id);
}

/** A channel of no installed form keeps its id. */
export function channelName(id: string): Localized {
  return byId.get(id)?.name ?? { zh_CN: id, en: id };
}

/** The forms that take posts of a site: the site's own first. */
export function formsFor(site: string): readonly HandoverForm[] {
  const own = forms.filter(({ takes }) => typeof takes === 'object' && takes.site === site);
  const sites = own.length > 0 ? own : forms.filter(({ takes }) => takes === 'other');
  return [...sites, ...forms.filter(({ takes }) => takes === 'every')];
}
