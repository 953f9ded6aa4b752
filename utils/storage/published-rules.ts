import { storage } from '#imports';
import type { MatchingRules } from '../rules/for-matching';

/** The rules in force, written by the background and watched by every content script. */
export const publishedRules = storage.defineItem<MatchingRules | null>('local:rules', { fallback: null });

/** Writes the rules if they differ from what is published; open pages then rescan by themselves. */
export async function publishRules(rules: MatchingRules): Promise<void> {
  if (JSON.stringify(await publishedRules.getValue()) !== JSON.stringify(rules))
    await publishedRules.setValue(rules);
}
