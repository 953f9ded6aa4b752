import { stormIn } from './storm';

stormIn('chromium');
