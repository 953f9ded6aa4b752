import type { MediaTrouble } from '../../model/media-check';
import type { Media } from '../../model/post';
import type { MediaFindings } from '../engine/order';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FINDINGS_MS = 7 * DAY;
const TROUBLE_MS = 10 * MINUTE;

/** What the next moment may change, or what costs nothing to find out again. */
const PASSING: ReadonlySet<MediaTrouble> = new Set(['stopped', 'not-allowed', 'stream', 'paused']);
const SOON_OVER: ReadonlySet<MediaTrouble> = new Set(['network', 'slow', 'refused']);

/** How long findings hold, in milliseconds. */
export function keptFor({ verdict, trouble }: Pick<MediaFindings, 'verdict' | 'trouble'>): number {
  if (trouble && PASSING.has(trouble)) return 0;
  return verdict === 'unreadable' || (trouble && SOON_OVER.has(trouble)) ? TROUBLE_MS : FINDINGS_MS;
}

/**
 * Parameters that sign an address or say until when it holds: they change while the file does not. Those of the stores
 * that image hosts are built on (AWS, Google, Alibaba, Tencent, ByteDance, Baidu), and of hosts' own making.
 */
const OF_STORES = /^(?:x-(?:amz|goog|oss|cos|tos|bce)-|q-)/i;
const OF_HOSTS =
  /^(?:(?:x-)?(?:sign|signature|sig|expires|token|timestamp)|(?:oss|aws)accesskeyid|auth_?key|ws(?:secret|time)|deadline|upsig|ssig|_)$/i;
/** Asks a store for the picture in another size or form: another file. */
const MAKES_ANOTHER = /-process$/i;

/** What the cache knows a file by: two addresses that differ in their signature alone are of the same file. */
export function nameOf({ type, url }: Media): string {
  const address = new URL(url);
  const kept = [...address.searchParams].filter(([name]) => !isSignature(name)).sort();
  address.search = new URLSearchParams(kept).toString();
  address.hash = '';
  return `${type} ${address.href}`;
}

function isSignature(name: string): boolean {
  return (OF_STORES.test(name) && !MAKES_ANOTHER.test(name)) || OF_HOSTS.test(name);
}
