import { defineMechanism } from '../evidence';
import { inMedia } from '../statements';

/** The settings that such programs write behind the prompt, each on a new line or behind a comma. */
const SETTINGS = [
  /(?:^|[\n,]) {0,4}Steps: {0,4}\d/,
  /(?:^|[\n,]) {0,4}Sampler: {0,4}[\w+]/,
  /(?:^|[\n,]) {0,4}(?:CFG|Guidance) [Ss]cale: {0,4}\d/,
  /(?:^|[\n,]) {0,4}Seed: {0,4}-?\d/,
];

/** Programs that say their name in `App` or `Version`. */
const PROGRAMS: readonly [RegExp, string][] = [
  [/(?:^|[\n,]) {0,4}App: {0,4}SD\.Next\b/, 'SD.Next'],
  [/(?:^|[\n,]) {0,4}Version: {0,4}ComfyUI\b/, 'ComfyUI'],
  [/(?:^|[\n,]) {0,4}Version: {0,4}Fooocus\b/, 'Fooocus'],
  [/(?:^|[\n,]) {0,4}Version: {0,4}(?:f\d|classic\b|neo\b)/, 'Forge'],
  [/(?:^|[\n,]) {0,4}Version: {0,4}v\d/, 'Stable Diffusion web UI'],
];

/** The text of AUTOMATIC1111's web UI, which many programs write alike: three of four settings must stand there. */
export const mechanism = defineMechanism({
  id: 'a1111',
  judge: (carriers) =>
    inMedia(carriers).flatMap(({ value, place }) => {
      if (SETTINGS.filter((setting) => setting.test(value)).length < 3) return [];
      const producer = PROGRAMS.find(([pattern]) => pattern.test(value))?.[1];
      return [{ mechanism: 'a1111', strength: 'B2', kind: 'ai', ...(producer && { producer }), place }];
    }),
});
