import { browser } from '#imports';
import { compilePacks } from '@/utils/rules/compile';
import { type RuleTexts, ruleTexts } from '@/utils/rules/rule-texts';
import type { Pack, SharedPack } from '@/utils/rules/schema';
import { publishRules } from '@/utils/storage/published-rules';

/** As scripts/lib/packs-file.ts writes it. */
interface PacksFile {
  packs: readonly Pack[];
  shared: readonly SharedPack[];
}

let texts: Promise<RuleTexts> | undefined;

/**
 * What the packs say for people, read from the package when it is first asked for and kept while the background lives.
 * Rejects when the package cannot be read, as in the moment of an update; the next request reads it again.
 */
export function packTexts(): Promise<RuleTexts> {
  texts ??= readPacks().then(
    ({ packs, shared }) => ruleTexts(packs, shared),
    (error: unknown) => {
      texts = undefined;
      throw error;
    },
  );
  return texts;
}

export async function publishPacks(): Promise<void> {
  const { packs, shared } = await readPacks();
  await publishRules(compilePacks(packs, shared));
}

/** Of the extension's own package: no request leaves the machine. */
async function readPacks(): Promise<PacksFile> {
  const answer = await fetch(browser.runtime.getURL('/packs.json'));
  if (!answer.ok) throw new Error(`The packs could not be read (${answer.status})`);
  return answer.json();
}
