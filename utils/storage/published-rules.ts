import { storage } from '#imports';
import type { RuleProgram } from '../rules/compile';

/**
 * The rules in force, written by the background and watched by every content script. As one text: Chromium takes 80
 * to 100 ms to hand over an object of this size, and about 20 ms for a text, with its parsing (Chromium 156, 2026-11).
 */
const item = storage.defineItem<string | null>('local:rule-program', { fallback: null });

/** Writes the rules if they differ from what is published; open pages then rescan by themselves. */
export async function publishRules(program: RuleProgram): Promise<void> {
  const text = JSON.stringify(program);
  if ((await item.getValue()) !== text) await item.setValue(text);
}

/** Whether there is a program at all, without parsing it. */
export async function hasPublishedRules(): Promise<boolean> {
  return (await item.getValue()) !== null;
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
