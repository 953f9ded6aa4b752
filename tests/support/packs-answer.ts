import { vi } from 'vitest';
import { leanPack } from '@/scripts/lib/lean-packs';
import { builtInPacks, sharedPacks } from '@/utils/rules';

let content: string | undefined;

/** Answers as the package does when the background reads its packs, and refuses every other request. */
export function servePacks() {
  content ??= JSON.stringify({ packs: builtInPacks.map(leanPack), shared: sharedPacks });
  const serve = vi.fn(async (address: string) => {
    if (!address.endsWith('/packs.json')) throw new TypeError(`Nothing is served at ${address}`);
    return new Response(content);
  });
  vi.stubGlobal('fetch', serve);
  return serve;
}
