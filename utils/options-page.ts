import { browser } from '#imports';

/** Places of the options that links lead to: ids of sections. */
export type OptionPlace = 'media';

/** Opens the options, at a place in a tab of its own. */
export async function openOptions(place?: OptionPlace | null): Promise<void> {
  if (place) await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${place}`) });
  else await browser.runtime.openOptionsPage();
}
