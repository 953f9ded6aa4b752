import { readFileSync } from 'node:fs';
import { type Job, run } from './jobs.ts';

/** Runs the job in the first file that is named, with the library in the second, and prints the answer. */
const [, , job, library] = process.argv;
const answer = await run(JSON.parse(readFileSync(job!, 'utf8')) as Job, () => readFileSync(library!));
process.stdout.write(JSON.stringify(answer));
