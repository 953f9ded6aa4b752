import { browser } from '#imports';

/** Opens the campaigns page in a tab, at a category where one is given. */
export async function openCampaigns(category?: string): Promise<void> {
  const page = browser.runtime.getURL('/campaigns.html');
  await browser.tabs.create({ url: category ? `${page}#${category}` : page });
}
