import { BenchError } from './bench/error.ts';
import { benchMatch, USAGE } from './bench/match.ts';

/** Exit status 1 when a target is missed by more than the tolerance, 2 for bad input. */
const [name = '', ...args] = process.argv.slice(2);
try {
  if (name !== 'match') throw new BenchError(`There is no "bench ${name}". ${USAGE}`);
  process.exitCode = await benchMatch(args);
} catch (error) {
  if (!(error instanceof BenchError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
