import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
/** The Node that runs this script: the one of the `node` devDependency. */
export const node = process.execPath;
export const bin = (name: string) => join(root, 'node_modules', '.bin', name);
