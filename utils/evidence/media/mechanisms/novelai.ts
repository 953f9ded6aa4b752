import type { Statement } from '../carrier';
import { defineMechanism } from '../evidence';
import { countKeys, inMedia, jsonText, plainName } from '../statements';

/** What its record holds that no other program's does, with what most hold. */
const FIELDS = [
  'noise_schedule',
  'uncond_scale',
  'v4_prompt',
  'v4_negative_prompt',
  'request_type',
  'signed_hash',
];

const isNamed = ({ key, value }: Statement) =>
  (plainName(key) === 'software' && /^\s{0,8}NovelAI\b/.test(value)) ||
  (plainName(key) === 'source' && /^\s{0,8}NovelAI Diffusion\b/.test(value)) ||
  (plainName(key) === 'title' && /^\s{0,8}NovelAI generated image\b/.test(value));

export const mechanism = defineMechanism({
  id: 'novelai',
  judge: (carriers) =>
    inMedia(carriers).flatMap((statement) =>
      isNamed(statement) || countKeys(jsonText(statement) ?? '', FIELDS) >= 2
        ? [{ mechanism: 'novelai', strength: 'B2', kind: 'ai', producer: 'NovelAI', place: statement.place }]
        : [],
    ),
});
