import { readFileSync } from 'node:fs';
import { type Job, run } from './jobs.ts';

/** Runs the job in the file that is named, and prints the answer. */
process.stdout.write(JSON.stringify(run(JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Job)));
