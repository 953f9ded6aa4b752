import { builtInPacks, sharedPacks } from './index';
import { ruleTexts } from './rule-texts';

/** The texts of the packs that ship, for pages of the extension: to import them is to load all packs. */
export const { categoryChoices, counterName, describeFinding, describeRule, describeGuidance, guidanceOf } =
  ruleTexts(builtInPacks, sharedPacks);
