import { storage } from '#imports';
import type { RuleProgram } from '../rules/compile';

/** The rules in force, written by the background and watched by every content script. */
export const publishedRules = storage.defineItem<RuleProgram | null>('local:rules', { fallback: null });

/** Writes the rules if they differ from what is published; open pages then rescan by themselves. */
export async function publishRules(program: RuleProgram): Promise<void> {
  if (JSON.stringify(await publishedRules.getValue()) !== JSON.stringify(program))
    await publishedRules.setValue(program);
}
