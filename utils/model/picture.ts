/** A box in the window, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a post stands in the window at the moment of a picture. */
export interface PictureFrame {
  /** Size of the window's content, to tell how many pixels of the picture make one of these. */
  window: { width: number; height: number };
  /** The part to keep. */
  post: Box;
  /** Parts of other people inside it (other posts, comments), blacked out before anything is kept. */
  others: Box[];
}

/** A picture as it goes through a message: WebP, base64. */
export interface Picture {
  width: number;
  height: number;
  webp: string;
}

export const PICTURE_CHOICES = ['keep', 'ask', 'none'] as const;
/** What becomes of a picture when a gesture allows one: kept at once, kept when the reader says so, or not taken. */
export type PictureChoice = (typeof PICTURE_CHOICES)[number];
