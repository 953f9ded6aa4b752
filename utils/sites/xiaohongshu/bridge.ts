import type { SiteBridge } from '../define-site';
import { postsOfState } from './state';

/** The state goes on living after the first load and is filled by every navigation (facts: sites.md section 2.4). */
export const bridge: SiteBridge = {
  ofPage: (page) => postsOfState(page.__INITIAL_STATE__),
};
