/** Longer names make no list easier to read. */
const LONGEST = 60;

/**
 * Site and title of a stored row that may be damaged in any way; `undefined` when there is no row.
 *
 * @param siteName what a site is called
 */
export function rowName(row: unknown, siteName: (site: string) => string): string | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const post = fieldOf(row, 'post');
  const text = [fieldOf(post, 'title'), fieldOf(post, 'text'), fieldOf(row, 'id')].find(isText);
  const site = fieldOf(post, 'site');
  return [isText(site) ? siteName(site) : '', shortened(text ?? '')].filter(Boolean).join(' · ');
}

function shortened(text: string): string {
  const characters = [...text.trim().replaceAll(/\s+/g, ' ')];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
