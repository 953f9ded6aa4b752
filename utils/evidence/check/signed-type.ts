/** Types under which the reader of signed records takes whole files, by container. */
const TYPES: Readonly<Record<string, string>> = {
  avi: 'video/avi',
  gif: 'image/gif',
  heif: 'image/heif',
  jpeg: 'image/jpeg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  tiff: 'image/tiff',
  wav: 'audio/wav',
  webp: 'image/webp',
};

export function signedType(container = ''): string | undefined {
  return Object.hasOwn(TYPES, container) ? TYPES[container] : undefined;
}
