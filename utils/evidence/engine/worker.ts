import program from '@contentauth/c2pa-wasm/c2pa.wasm?url';
import { openC2pa } from '../c2pa/wasm-reader';
import type { Told } from './talk';
import { workerSide } from './worker-side';

/** Few files hold a signed record: the nine megabytes of the program that checks one are loaded with the first. */
const hear = workerSide(
  (said) => postMessage(said),
  (onTrap) => openC2pa(() => program, onTrap),
);

addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
