import { BROWSERS } from '../../scripts/lib/browsers';
import { buildExtension } from '../../scripts/lib/build';

/** Before any file of tests: two that found an old build would build into one folder at once. */
export function setup(): void {
  for (const browser of BROWSERS) buildExtension(browser);
}
