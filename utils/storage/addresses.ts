import type { Report } from '../model/report';
import type { Tables } from './tables';

/**
 * Reports on the post at an address, newest first. Parameters that a post's own address does not have do not count:
 * a site adds where the visitor came from.
 *
 * @param address an absolute web address
 */
export async function reportsAt(tables: Pick<Tables, 'reports'>, address: string): Promise<Report[]> {
  const asked = new URL(address);
  const stem = asked.origin + pathOf(asked);
  const known = await tables.reports.where('post.url').startsWith(stem).uniqueKeys();
  // A row may be damaged, and its address with it.
  const urls = known.map(String).filter((url) => URL.canParse(url) && leadsTo(new URL(url), asked));
  const reports = await tables.reports.where('post.url').anyOf(urls).toArray();
  return reports.sort((a, b) => b.createdAt - a.createdAt);
}

function leadsTo(post: URL, asked: URL): boolean {
  return (
    pathOf(post) === pathOf(asked) &&
    [...post.searchParams].every(([name, value]) => asked.searchParams.getAll(name).includes(value))
  );
}

function pathOf({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '');
}
