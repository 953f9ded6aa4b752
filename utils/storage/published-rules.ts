import { storage } from '#imports';
import type { RuleProgram } from '../rules/compile';

/**
 * The rules in force, written by the background and watched by every content script. As one text: browsers take a
 * hundred milliseconds to hand over an object of this size, and a few for a text (Chromium 156, 2026-11).
 */
const item = storage.defineItem<string | null>('local:rule-program', { fallback: null });

/** Writes the rules if they differ from what is published; open pages then rescan by themselves. */
export async function publishRules(program: RuleProgram): Promise<void> {
  const text = JSON.stringify(program);
  if ((await item.getValue()) !== text) await item.setValue(text);
}

/** `undefined` before the background has published them for the first time. */
export async function readPublishedRules(): Promise<RuleProgram | undefined> {
  return parse(await item.getValue());
}

export function watchPublishedRules(onChange: (program: RuleProgram | undefined) => void): void {
  item.watch((text) => onChange(parse(text)));
}

function parse(text: string | null): RuleProgram | undefined {
  return text === null ? undefined : (JSON.parse(text) as RuleProgram);
}
