import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openC2pa } from '@/utils/evidence/c2pa/wasm-reader';

export const programInNode = () =>
  readFile(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm'));

/** The reader of signed records with its program from the package, in Node. */
export const openInNode = openC2pa(programInNode);
