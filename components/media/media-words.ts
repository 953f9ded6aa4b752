import { formatNumber, type MessageKey, t } from '../../utils/i18n';
import type { BytesRead, MediaCheck, MediaTrouble, Place, Strength } from '../../utils/model/media-check';
import type { Media } from '../../utils/model/post';
import { mediaWord } from '../words';

/** Words for what is known of files; a new member of the model without a word is a type error. */
const TROUBLE: Record<MediaTrouble, MessageKey> = {
  stream: 'mediaTroubleStream',
  'not-allowed': 'mediaTroubleNotAllowed',
  refused: 'mediaTroubleRefused',
  network: 'mediaTroubleNetwork',
  slow: 'mediaTroubleSlow',
  paused: 'mediaTroublePaused',
  stopped: 'mediaTroubleStopped',
  budget: 'mediaTroubleBudget',
  damaged: 'mediaTroubleDamaged',
  unchecked: 'mediaTroubleUnchecked',
};
const VIA: Record<MediaCheck['via'], MessageKey> = {
  page: 'mediaViaPage',
  network: 'mediaViaNetwork',
  file: 'mediaViaFile',
};
const STEPS = {
  A: 'mediaStrengthSigned',
  B: 'mediaStrengthUnsigned',
  C: 'mediaStrengthWeak',
} as const;

/** Names of standards and programs, alike in every language; a mechanism without one is called by its id. */
const MECHANISMS: Readonly<Record<string, string>> = {
  a1111: 'A1111',
  bytedance: 'ByteDance',
  c2pa: 'C2PA',
  comfyui: 'ComfyUI',
  easydiffusion: 'Easy Diffusion',
  fooocus: 'Fooocus',
  gb45438: 'GB 45438',
  'generator-name': 'Software',
  'google-credit': 'Google AI',
  grok: 'Grok',
  'hf-job-id': 'HF Job',
  'hf-space': 'HF Space',
  invokeai: 'InvokeAI',
  'iptc-source-type': 'DigitalSourceType',
  midjourney: 'Midjourney',
  novelai: 'NovelAI',
  swarmui: 'SwarmUI',
  tensorart: 'Tensor.Art',
};

/** Each with what a person can do about it, where there is something. */
export const troubleWord = (trouble: MediaTrouble): string => t(TROUBLE[trouble]);
export const viaWord = (via: MediaCheck['via']): string => t(VIA[via]);
/** Close to what the formats themselves call it, in every language. */
export const placeName = (place: Place): string => place.replace('-', ' ').toUpperCase();

/** How much of a file was read, in kibibytes as the limits are. */
export function readWords({ bytesRead = 0, requests = 0 }: Partial<BytesRead>): string {
  return t('mediaRead', formatNumber(Math.ceil(bytesRead / 1024)), formatNumber(requests));
}

/** `A`: somebody on a trust list vouches for it; `B`: nobody does; `C`: a hint. */
export const stepOf = (strength: Strength) => strength[0] as keyof typeof STEPS;
export const stepWord = (strength: Strength): string => t(STEPS[stepOf(strength)]);

export const mechanismName = (id: string): string => (Object.hasOwn(MECHANISMS, id) && MECHANISMS[id]) || id;

/** A file's name among those of its post, numbered by type; one that the post does not list comes behind them. */
export function fileName({ type, url }: Media, all: readonly Media[]): string {
  const own = all.filter((each) => each.type === type);
  const at = own.findIndex((each) => each.url === url);
  return mediaWord(type, (at < 0 ? own.length : at) + 1);
}
