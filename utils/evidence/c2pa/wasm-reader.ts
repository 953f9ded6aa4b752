import init, { type InitInput, WasmReader } from '@contentauth/c2pa-wasm';
import type { C2paReader, ManifestStore, OpenC2pa, SignedBytes } from './reader';
import { READER_CONTEXT } from './trust/lists';

/** The program of the reader: its address in a worker, its bytes in Node. */
export type LoadProgram = () => InitInput | Promise<InitInput>;

/** The type of a JUMBF box that stands alone. */
const BOX = 'application/c2pa';

/**
 * Loads the reader at the first call, and again at the next one where that failed.
 *
 * @param onTrap called when the program itself broke off: its memory is in an unknown state then, and as the package
 *   holds one instance, only a new worker gives a new one
 */
export function openC2pa(load: LoadProgram, onTrap: () => void = () => {}): OpenC2pa {
  let opened: Promise<C2paReader> | undefined;
  return () => {
    opened ??= start(load, onTrap).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}

async function start(load: LoadProgram, onTrap: () => void): Promise<C2paReader> {
  await init({ module_or_path: await load() });
  return {
    async read(signed) {
      try {
        return await read(signed);
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) onTrap();
        throw error;
      }
    },
  };
}

async function read(signed: SignedBytes): Promise<ManifestStore> {
  const [type, bytes] = 'whole' in signed ? [signed.type, signed.whole] : [BOX, signed.jumbf];
  const reader = await WasmReader.fromBytes(type, bytes, READER_CONTEXT);
  try {
    return JSON.parse(reader.json()) as ManifestStore;
  } finally {
    reader.free();
  }
}
