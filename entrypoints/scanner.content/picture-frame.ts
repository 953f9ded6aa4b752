import { frameOf } from '@/utils/evidence/frame';
import type { Subject } from '@/utils/evidence/visible-box';
import type { Box, PictureFrame } from '@/utils/model/picture';

/** Our marks come back after this long, also when nobody says that the picture was taken. */
export const HIDDEN_MS = 1_000;
/** A window that is not painted gives no frames; there is no picture to wait for then. */
const PAINT_MS = 300;
/** How far something may move between two looks, in CSS pixels, and still be where it was. */
const STILL_PX = 0.5;

/** Our own interface in the page, marked words included. */
export interface OwnInterface {
  hide: () => void;
  unhide: () => void;
}

/** What a picture is taken of. */
export interface PictureSubject {
  /** The post's root, or the selected text. */
  shown: Subject;
  /** Roots of all posts of the page; those around the subject do not matter. */
  posts: () => Iterable<Element>;
}

/** From hiding our marks to the picture. */
interface Pose {
  subject: PictureSubject;
  /** Absent until the page has been painted without our marks. */
  frame?: PictureFrame;
  timer: ReturnType<typeof setTimeout>;
}

/** Holds the page ready for a picture: without our marks, and with the boxes of what is in it. One at a time. */
export class PictureFramer {
  #pose: Pose | undefined;

  constructor(readonly own: OwnInterface) {}

  /** Null when the subject is out of sight, and when nothing is painted; our marks are shown then. */
  async frame(subject: PictureSubject): Promise<PictureFrame | null> {
    this.stop();
    if (!look(subject)) return null;
    const pose: Pose = { subject, timer: this.#comeBack() };
    this.#pose = pose;
    this.own.hide();
    // The first frame begins without our marks; when the second begins the first has been painted.
    const painted = (await nextFrame()) && (await nextFrame());
    if (this.#pose !== pose) return null;
    const frame = painted ? look(subject) : null;
    if (frame) {
      clearTimeout(pose.timer);
      Object.assign(pose, { frame, timer: this.#comeBack() });
    } else this.stop();
    return frame;
  }

  /** Shows our marks again; false when the page may have looked otherwise than framed while the picture was taken. */
  taken(): boolean {
    const pose = this.#pose;
    const still = pose?.frame !== undefined && isSame(pose.frame, look(pose.subject));
    this.stop();
    return still;
  }

  /** Shows our marks again, if they are hidden. */
  stop(): void {
    if (!this.#pose) return;
    clearTimeout(this.#pose.timer);
    this.#pose = undefined;
    this.own.unhide();
  }

  #comeBack(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.stop(), HIDDEN_MS);
  }
}

/** A tab that is not in front would give a picture of the one that is. */
function look({ shown, posts }: PictureSubject): PictureFrame | null {
  return document.hidden ? null : frameOf(shown, posts());
}

/** False when the window is not painted. */
function nextFrame(): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      cancelAnimationFrame(request);
      resolve(false);
    }, PAINT_MS);
    const request = requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

function isSame(a: PictureFrame, b: PictureFrame | null): boolean {
  return (
    b !== null &&
    a.window.width === b.window.width &&
    a.window.height === b.window.height &&
    a.others.length === b.others.length &&
    [a.post, ...a.others].every((box, i) => isNear(box, [b.post, ...b.others][i]))
  );
}

function isNear(a: Box, b: Box | undefined): boolean {
  return (
    b !== undefined &&
    [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].every((by) => Math.abs(by) <= STILL_PX)
  );
}
