/** The part of a manifest store, as c2pa-rs tells it in JSON, that is looked at; everything in it may be missing or odd. */
export type ManifestStore = Readonly<Record<string, unknown>>;

/** What the signed record is read from. */
export type SignedBytes =
  /** The whole file: content and record are checked against each other. */
  | { whole: Uint8Array; type: string }
  /** Only the JUMBF box: signature and certificates are checked, whether the record belongs to the file is not. */
  | { jumbf: Uint8Array };

/** Checks signatures; made by `openC2pa`, loaded only when a file was seen to hold a signed record. */
export interface C2paReader {
  /** Rejects when the record cannot be read at all. */
  read(bytes: SignedBytes): Promise<ManifestStore>;
}

/** Resolves once the reader is ready; the same one each time. */
export type OpenC2pa = () => Promise<C2paReader>;
