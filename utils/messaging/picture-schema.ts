import * as v from 'valibot';

/** More parts of other people than stand in a window. */
const MAX_OTHERS = 500;

const Length = v.pipe(v.number(), v.finite(), v.minValue(0));
const Side = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(100_000));
const BoxSchema = v.strictObject({
  x: v.pipe(v.number(), v.finite()),
  y: v.pipe(v.number(), v.finite()),
  width: Length,
  height: Length,
});

/** What a page's content script answers to `framePicture`. */
export const PictureFrameSchema = v.strictObject({
  window: v.strictObject({ width: Side, height: Side }),
  post: BoxSchema,
  others: v.pipe(v.array(BoxSchema), v.maxLength(MAX_OTHERS)),
});
