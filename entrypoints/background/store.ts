import { browser } from '#imports';
import { ReportStore } from '@/utils/storage/reports';

export function createStore(): ReportStore {
  return new ReportStore(browser.runtime.getManifest().version);
}
