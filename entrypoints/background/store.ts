import { browser } from '#imports';
import { ReportStore } from '@/utils/storage/reports';
import { reviewer } from '@/utils/storage/settings';

export function createStore(): ReportStore {
  return new ReportStore(browser.runtime.getManifest().version, undefined, undefined, () =>
    reviewer.getValue(),
  );
}
