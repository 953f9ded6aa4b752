import { USAGE } from './bench/args.ts';
import { BenchError } from './bench/error.ts';
import { benchExport } from './bench/export.ts';
import { benchMatch } from './bench/match.ts';
import { benchMedia } from './bench/media.ts';
import { benchPage } from './bench/page.ts';
import { benchStore } from './bench/store.ts';

const BENCHES: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  match: benchMatch,
  page: benchPage,
  store: benchStore,
  export: benchExport,
  media: benchMedia,
};

/** Exit status 1 when a target is missed by more than the tolerance, 2 for bad input. */
const [name = '', ...args] = process.argv.slice(2);
try {
  if (!Object.hasOwn(BENCHES, name)) throw new BenchError(`There is no "bench ${name}". ${USAGE}`);
  process.exitCode = await BENCHES[name]!(args);
} catch (error) {
  if (!(error instanceof BenchError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
