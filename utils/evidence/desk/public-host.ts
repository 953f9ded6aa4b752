/** Names that only the reader's own machine or network knows (RFC 6761, 6762, 8375, 9476 and habit). */
const LOCAL = /\.(?:localhost|local|internal|intranet|private|lan|home|corp|home\.arpa|test|invalid|onion)$/;

/**
 * Whether an address is one that a site may name its files by: over a secure line, at a host with a name. A page may
 * name whatever it likes, and nobody's router or neighbour is to be asked for it.
 */
export function isPublicAddress(url: string): boolean {
  const { protocol, hostname, username, password } = new URL(url);
  const name = hostname.replace(/\.$/, '');
  // Numbers of four parts are written in many ways; `URL` has put them all into one.
  const isName = name.includes('.') && !/^[\d.]+$/.test(name) && !name.startsWith('[');
  return protocol === 'https:' && username === '' && password === '' && isName && !LOCAL.test(name);
}
