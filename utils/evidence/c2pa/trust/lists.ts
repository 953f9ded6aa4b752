import anchors from './c2pa-trust-list.pem?raw';
import timeAnchors from './c2pa-tsa-trust-list.pem?raw';
import allowed from './interim-allowed.sha256.txt?raw';
import interimAnchors from './interim-anchors.pem?raw';
import config from './interim-store.cfg?raw';

/**
 * What the reader of signed records is told, as JSON: who is trusted, and that nothing is fetched. It stands at the top,
 * without `settings` around it: there it would be ignored.
 */
export const READER_CONTEXT: string = JSON.stringify({
  trust: {
    trust_anchors: [anchors, timeAnchors, interimAnchors].join('\n'),
    allowed_list: allowed,
    trust_config: config,
  },
  verify: { verify_trust: true, remote_manifest_fetch: false, ocsp_fetch: false },
});
