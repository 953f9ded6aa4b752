import { localized } from './i18n';
import { categoryChoices } from './rules/describe';

const names = new Map(categoryChoices.map(({ id, name }) => [id, name]));

/** In the reader's language; a category of no installed pack keeps its id. */
export function categoryName(id: string): string {
  const name = names.get(id);
  return name ? localized(name) : id;
}
