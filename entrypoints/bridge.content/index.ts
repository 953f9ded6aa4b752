import { defineContentScript } from '#imports';
import { answerQuestions } from '@/utils/bridge/answer';
import { bridges } from '@/utils/sites/bridges';

/**
 * Runs in the page's own world, before the page's scripts; reads for the scanner what only that world can see. It is
 * placed beside the scanner in wxt.config.ts.
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  main: () => answerQuestions(document, bridges),
});
