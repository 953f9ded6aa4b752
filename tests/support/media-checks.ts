import type { MediaCheck, MediaEvidence, MediaView } from '@/utils/model/media-check';
import type { Media } from '@/utils/model/post';

/** Addresses that no site has, of files that were invented for the tests. */
export const picture = (number: number): Media => ({
  type: 'image',
  url: `https://img.example/${number}.jpg`,
});
export const FILM: Media = { type: 'video', url: 'https://img.example/film.mp4' };

export const LABEL: MediaEvidence = {
  mechanism: 'gb45438',
  strength: 'B1',
  kind: 'ai',
  producer: '青芽绘图',
  place: 'xmp',
};
export const SIGNED: MediaEvidence = {
  mechanism: 'c2pa',
  strength: 'A2',
  kind: 'ai',
  producer: 'Sprout Image 2',
  signer: 'Sprout Labs',
  place: 'jumbf',
};
export const HINT: MediaEvidence = {
  mechanism: 'hf-job-id',
  strength: 'C3',
  kind: 'ai',
  place: 'png-text',
};

/** A picture that was read and says nothing. */
export function makeCheck(parts: Partial<MediaCheck> = {}): MediaCheck {
  return {
    media: picture(1),
    verdict: 'none',
    evidence: [],
    container: 'jpeg',
    bytesRead: 65_536,
    requests: 1,
    sha256: '0123456789abcdef'.repeat(4),
    via: 'page',
    at: Date.UTC(2026, 10, 5, 3, 4),
    ...parts,
  };
}

/** One that says so by a label of its own. */
export function saysAi(parts: Partial<MediaCheck> = {}): MediaCheck {
  return makeCheck({ verdict: 'ai', evidence: [LABEL], ...parts });
}

export function unread(trouble: NonNullable<MediaCheck['trouble']>, media: Media = picture(1)): MediaCheck {
  return { media, verdict: 'unreadable', evidence: [], trouble, via: 'network', at: Date.UTC(2026, 10, 5) };
}

export function makeView(checks: MediaCheck[] = [], parts: Partial<MediaView> = {}): MediaView {
  return { files: Math.max(1, checks.length), checks, isRunning: false, ...parts };
}
