import { CHECKS } from '../model/concern';
import type { Check } from './define-check';

const modules = import.meta.glob<{ check: Check }>('./checks/*.ts', { eager: true });

/** All checks, found by file, in the order in which they are told. */
export const checks: readonly Check[] = Object.values(modules)
  .map(({ check }) => check)
  .sort((a, b) => CHECKS.indexOf(a.id) - CHECKS.indexOf(b.id));
