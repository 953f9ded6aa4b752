import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 in hexadecimal by the browser itself, at a tenth of the cost of a script, for where it can be waited for.
 * Needs a secure context, as pages and workers of the extension are.
 */
export async function sha256By(bytes: BufferSource): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
