import { type Job, run } from './jobs.ts';

/** Runs the job that it is sent, as the extension does: in a worker. */
addEventListener('message', async ({ data }: MessageEvent<Job>) => {
  postMessage(await run(data, () => new URL('/c2pa.wasm', location.href)));
});
