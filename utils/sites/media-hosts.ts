const files = import.meta.glob<string[]>('./*/media-hosts.json', { eager: true, import: 'default' });

/**
 * Match patterns of the hosts from which a site loads pictures, films and sounds, as far as they have been seen; empty
 * for a site that is not known. Requests of ours are made by `https` alone. Not for the content script, whose size
 * counts.
 */
export function mediaHostsOf(site: string): readonly string[] {
  return files[`./${site}/media-hosts.json`] ?? [];
}
