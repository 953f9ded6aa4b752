import { defineMechanism } from '../evidence';
import { named } from '../statements';

/**
 * Programs that do nothing but generate, by the whole name that they write; editors that also generate stay out, and
 * so do names that are words (a frame grabber of the nineties is called Imagenation).
 */
const NAMES: readonly [RegExp, string][] = [
  [/^Ideogram AI\b/i, 'Ideogram'],
  [/^(?:reve\.com|Reve AI|Reve Image)(?![\w.-])/i, 'Reve'],
  [/^Aphrodite AI\b/i, 'Aphrodite AI'],
  [/^Midjourney\b/i, 'Midjourney'],
  // Without the sign in its middle it is also a surname, unless written in capitals.
  [/^(?:DALL[-·][Ee]|[Dd]all[-·]e|DALLE)(?: ?[23])?(?!\w)/, 'DALL·E'],
  [/^gpt-image-\d/i, 'gpt-image'],
  [/^Stable Diffusion\b/i, 'Stable Diffusion'],
  [/^ComfyUI\b/i, 'ComfyUI'],
  [/^InvokeAI\b/i, 'InvokeAI'],
  [/^Draw Things\b/i, 'Draw Things'],
  [/^DreamStudio\b/i, 'DreamStudio'],
  [/^Luma AI\b/i, 'Luma AI'],
  [/^Adobe Firefly\b/i, 'Adobe Firefly'],
];

/** The device or program that a file names as its maker. */
export const mechanism = defineMechanism({
  id: 'generator-name',
  judge: (carriers) =>
    [
      ...named(carriers, 'make', 'software', 'creatortool'),
      // PNG texts have no better field; elsewhere a source is whom a picture came from.
      ...named(carriers, 'source').filter(({ place }) => place === 'png-text'),
    ].flatMap(({ value, place }) => {
      const producer = NAMES.find(([pattern]) => pattern.test(value.trimStart()))?.[1];
      return producer ? [{ mechanism: 'generator-name', strength: 'B2', kind: 'ai', producer, place }] : [];
    }),
});
