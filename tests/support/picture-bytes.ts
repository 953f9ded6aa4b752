/** A WebP picture of one black pixel. */
export const PIXEL: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA'),
  (character) => character.charCodeAt(0),
);
