import { inspectAnswer } from './inspect/answer.ts';
import { InspectError } from './inspect/error.ts';
import { inspectMedia } from './inspect/media.ts';
import { inspectPage } from './inspect/page.ts';
import { inspectText } from './inspect/text.ts';

const USAGE = `Usage:
  npm run --silent inspect -- text [--as title|post|comment|chat] FILE.jsonl
  npm run --silent inspect -- page FILE.html --url URL [--scripts]
  npm run --silent inspect -- answer FILE.json --url ENDPOINT
  npm run --silent inspect -- media [--whole] FILE…`;

/** stdout carries JSON and nothing else; everything a person should read goes to stderr. */
const commands: Record<string, (args: string[]) => Promise<void>> = {
  text: inspectText,
  page: inspectPage,
  answer: inspectAnswer,
  media: inspectMedia,
};

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command) throw new InspectError(name ? `There is no "inspect ${name}". ${USAGE}` : USAGE);
  await command(args);
} catch (error) {
  if (!(error instanceof InspectError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
