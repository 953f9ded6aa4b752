import { browser } from '#imports';

/** Opens the reports page in a tab, at a report (entrypoints/reports/use-place.ts reads the address). */
export async function openReport(reportId: string): Promise<void> {
  const page = browser.runtime.getURL('/reports.html');
  await browser.tabs.create({ url: `${page}#report/${reportId}` });
}
