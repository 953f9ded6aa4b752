import * as v from 'valibot';
import { unpackWhole, ZipError, type ZipMember } from './zip-member';

/** For each file of a ZIP its size and SHA-256. */
export type Hashes = ReadonlyMap<string, { size: number; sha256: string }>;

/** Of a manifest that names as many pictures as a ZIP may hold. */
const MAX_MANIFEST = 64 * 1024 * 1024;

const ManifestSchema = v.object({
  files: v.array(
    v.object({
      name: v.string(),
      size: v.number(),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});

/** Undefined when the manifest cannot be read. */
export async function readManifest(zip: Blob, member: ZipMember): Promise<Hashes | undefined> {
  try {
    const bytes = await unpackWhole(zip, member, MAX_MANIFEST);
    const manifest = v.safeParse(ManifestSchema, JSON.parse(new TextDecoder().decode(bytes)));
    if (!manifest.success) return undefined;
    return new Map(manifest.output.files.map(({ name, size, sha256 }) => [name, { size, sha256 }]));
  } catch (error) {
    if (error instanceof ZipError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
