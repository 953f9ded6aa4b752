import type { MediaCheck } from '../../model/media-check';
import type { Media } from '../../model/post';

/** Everything about one file that is found out by looking into it. */
export type MediaFindings = Omit<MediaCheck, 'media' | 'at'>;

/** One file to look into. */
export interface MediaOrder {
  /** Names the order, so that bytes can be asked for and it can be stopped. */
  id: string;
  media: Media;
  /** Whether the extension may ask the file's host itself; else only the page is asked. */
  network: boolean;
}

/** Part of a file, as a page's own cache or the host gave it. */
export interface BytesWanted {
  id: string;
  url: string;
  /** Half-open, in bytes. */
  start: number;
  end: number;
}

/** In base64: messages of Chromium are JSON. */
export type BytesGiven =
  | {
      ok: true;
      base64: string;
      /** Of the whole file, where it was told. */
      size?: number;
      /** The host does not know of parts: everything before this one has come as well. */
      sendsAll?: true;
    }
  | { ok: false; why: 'not-allowed' | 'refused' | 'network' | 'slow' | 'stopped' };

/** Looks into files: in a worker of an offscreen document (Chromium) or of the background page (Firefox). */
export interface MediaEngine {
  /** Never rejects for what a file or a host does. */
  check(order: MediaOrder): Promise<MediaFindings>;
  stop(id: string): void;
}
